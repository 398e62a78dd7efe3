"""Your NOT repeats its input. To answer 0 for 1, z has to fall when the input rises: the weight is
negative.

See: #and-or-not
"""

AND = [1.0, 1.0, -1.5]
OR = [1.0, 1.0, -0.5]
NOT = [1.0, -0.5]
