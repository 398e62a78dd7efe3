"""Your AND answers 0 even for (1, 1): both weights together do not make up for the bias.

See: #and-or-not
"""

AND = [0.5, 0.5, -1.5]
OR = [1.0, 1.0, -0.5]
NOT = [-1.0, 0.5]
