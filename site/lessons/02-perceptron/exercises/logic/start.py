# One neuron each: its weights first, its bias last.
# Any numbers that give these answers will do.
#   AND   (0,0) -> 0   (0,1) -> 0   (1,0) -> 0   (1,1) -> 1
#   OR    (0,0) -> 0   (0,1) -> 1   (1,0) -> 1   (1,1) -> 1
#   NOT   0 -> 1   1 -> 0
# Replace each ... with a list of numbers.
AND = ...  # [w1, w2, b]
OR = ...  # [w1, w2, b]
NOT = ...  # [w, b]
