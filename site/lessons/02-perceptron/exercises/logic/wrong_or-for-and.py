"""Your AND is an OR: one single 1 already lifts z to 0 or above. Lower the bias until it takes
both.

See: #and-or-not
"""

AND = [1.0, 1.0, -0.5]
OR = [1.0, 1.0, -0.5]
NOT = [-1.0, 0.5]
