"""Your AND answers the other way round in every case. That is NAND: AND with all signs turned. You
will need it for XOR, but here AND is asked.

See: #and-or-not
"""

AND = [-1.0, -1.0, 1.5]
OR = [1.0, 1.0, -0.5]
NOT = [-1.0, 0.5]
