# One neuron each: its weights first, its bias last. Any numbers that give these answers will do.
#   AND   (0,0) -> 0   (0,1) -> 0   (1,0) -> 0   (1,1) -> 1
#   OR    (0,0) -> 0   (0,1) -> 1   (1,0) -> 1   (1,1) -> 1
#   NOT   0 -> 1   1 -> 0
AND = [1.0, 1.0, -1.5]  # only both inputs together lift z above 0
OR = [1.0, 1.0, -0.5]  # one of them is enough
NOT = [-1.0, 0.5]  # at 0 the bias decides, at 1 the weight outweighs it
