"""Your NOT answers 0 for 0 as well. There z is the bias alone, so the bias must be 0 or above.

See: #and-or-not
"""

AND = [1.0, 1.0, -1.5]
OR = [1.0, 1.0, -0.5]
NOT = [-1.0, -0.5]
