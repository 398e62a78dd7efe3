"""Your AND answers what its first input says, whatever the second is. Both have to count: choose
equal weights, and a bias that one of them cannot outweigh.

See: #and-or-not
"""

AND = [1.0, 0.0, -0.5]
OR = [1.0, 1.0, -0.5]
NOT = [-1.0, 0.5]
