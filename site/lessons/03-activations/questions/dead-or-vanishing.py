from itertools import combinations

from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "activations", 4, 3
RECAP = "A neuron is 0"
DEAD = (
    (
        "Its gradient is exactly 0 for every example",
        "Where $z$ isn’t above 0, ReLU’s slope is 0, not just small. A dead ReLU’s $z$ never is.",
    ),
    (
        "If it’s in the first layer, more steps of plain gradient descent don’t help",
        "Each step subtracts 0, and the inputs, which are the data, stay the same.",
    ),
    (
        "A step with too large a learning rate can cause it",
        "One such step can make a neuron’s bias far too negative.",
    ),
    (
        "A leak, as in leaky ReLU, prevents it",
        "With a leak, the slope below 0 is small but not 0, so the neuron can find its way back.",
    ),
)
VANISHING = (
    (
        "It hits all neurons of the first layers in the same way",
        "That’s a vanishing gradient. A dead ReLU can be a single neuron, in any layer.",
    ),
    (
        "Its gradient is a product of many slopes of at most 1/4",
        "That’s how gradients vanish in a chain of sigmoids. A dead ReLU has one slope of exactly"
        " 0.",
    ),
    (
        "It still learns, but far too slowly",
        "That’s a vanishing gradient. A dead ReLU gets no gradient at all.",
    ),
)
NEITHER = (
    (
        "It answers 1 for every example",
        "A dead ReLU’s output is 0 for every example.",
        "dead-for-saturated",
    ),
    (
        "One example that switches it off is enough",
        "A dead ReLU is off for *every* example. Being off for one of them is normal.",
        "off-once",
    ),
)
RIGHT, WRONG = list(combinations(range(4), 2)), list(combinations(range(3), 2))
CASES = [(RIGHT[i % 6], WRONG[i % 3], (i + i // 6) % 2) for i in range(8)]


def make(rng, case):
    right, wrong, neither = case
    text, reason, mistake = NEITHER[neither]
    return Several(
        "Which of these are true of a dead ReLU?",
        tuple(Option(*DEAD[i]) for i in right),
        (
            *(Option(*VANISHING[i], "dead-for-vanishing") for i in wrong),
            Option(text, reason, mistake),
        ),
        "activations#dead-relus",
        "activations#figure-dead?bias=-2",
    )
