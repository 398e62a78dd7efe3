"""Your AND looks at its first input only. Both weights have to count.

See: #and-or-not
"""

AND = [1.0, 0.0, -0.5]
OR = [1.0, 1.0, -0.5]
NOT = [-1.0, 0.5]
