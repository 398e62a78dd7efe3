"""All signs are turned round: this is NAND, which answers 0 only for (1, 1). You will need it for
XOR, but here AND is asked.

See: #and-or-not
"""

AND = [-1.0, -1.0, 1.5]
OR = [1.0, 1.0, -0.5]
NOT = [-1.0, 0.5]
