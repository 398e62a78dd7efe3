from itertools import combinations

from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "forward", 0, 1
RECAP = "What does a forward pass"
FLOWS = (
    ("The pre-activations `z1`", "They’re computed anew from each input."),
    ("The hidden activations `a1`", "They’re `z1` after ReLU, so they depend on the input."),
    ("The logits `z2`", "They’re computed from `a1`, so they depend on the input."),
    ("The probabilities `p`", "Softmax computes them from the logits, anew for each input."),
)
STAYS = (
    ("The weights `W1`", "The input passes through the weights, but it doesn’t change them."),
    ("The weights `W2`", "A forward pass uses the weights of the output layer and leaves them."),
    ("The biases `b1`", "A bias is added to every sum, whatever the input is, and stays as it is."),
    (
        "The number of hidden neurons",
        "A person chose the size of the layer. Neither the input nor the training changes it.",
    ),
)
PAIRS = list(combinations(range(4), 2))
CASES = [(PAIRS[i % 6], PAIRS[(i + i // 6 + 2) % 6]) for i in range(8)]


def make(rng, case):
    right, wrong = case
    return Several(
        "You put one image through a trained network, and then another one. Which of these are"
        " different in the second forward pass?",
        tuple(Option(*FLOWS[i]) for i in right),
        tuple(Option(*STAYS[i], "learns-in-the-forward-pass") for i in wrong),
        "forward#layers-left-to-right",
        "forward#figure-network",
    )
