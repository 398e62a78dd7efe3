# One neuron each: its weights first, its bias last.
# Any numbers that give these answers will do.
#   AND   (0,0) -> 0   (0,1) -> 0   (1,0) -> 0   (1,1) -> 1
#   OR    (0,0) -> 0   (0,1) -> 1   (1,0) -> 1   (1,1) -> 1
#   NOT   0 -> 1   1 -> 0
AND = [1.0, 1.0, -1.5]  # both inputs together bring z above 0, but not one alone
OR = [1.0, 1.0, -0.5]  # a single 1 is enough
NOT = [-1.0, 0.5]  # at 0, the bias decides; at 1, the weight outweighs it
