"""Your AND answers 1 even for (0, 0). There z is the bias alone, so the bias has to be below 0.

See: #and-or-not
"""

AND = [1.0, 1.0, 0.0]
OR = [1.0, 1.0, -0.5]
NOT = [-1.0, 0.5]
