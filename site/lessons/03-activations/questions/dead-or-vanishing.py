from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "activations", 4, 3
DEAD = (
    (
        "The gradient is exactly 0, for every example",
        "ReLU's slope below 0 is 0, not merely small.",
    ),
    (
        "More steps of plain gradient descent do not help, if it is in the first layer",
        "It subtracts 0 each time, and the data that comes in stays the same.",
    ),
    (
        "A step with too large a learning rate can be the cause",
        "One such step can make the bias far too negative.",
    ),
    ("A leak, as in leaky ReLU, would help", "Then the slope below 0 is small, but not 0."),
)
VANISHING = (
    (
        "It strikes all neurons of the first layers alike",
        "That is the vanishing gradient. A dead neuron can stand alone, in any layer.",
    ),
    (
        "The gradient is a product of many slopes of at most a quarter",
        "That is how gradients vanish behind sigmoids. Here a single slope of 0 does it.",
    ),
    (
        "The gradient is tiny, and learning goes on, far too slowly",
        "That is a vanishing gradient. Here nothing at all arrives.",
    ),
)
NEITHER = (
    (
        "The neuron answers 1 to every example",
        "A dead ReLU gives 0, whatever comes in.",
        "dead-for-saturated",
    ),
    (
        "It is enough that one example switches the neuron off",
        "It must be off for *every* example. One alone is no harm.",
        "off-once",
    ),
)


def make(rng):
    right = [DEAD[i] for i in rng.choice(len(DEAD), 2, replace=False)]
    wrong = [VANISHING[i] for i in rng.choice(len(VANISHING), 2, replace=False)]
    text, reason, mistake = NEITHER[rng.integers(len(NEITHER))]
    return Several(
        "Which of these hold for a dead ReLU?",
        tuple(Option(*one) for one in right),
        (
            *(Option(*one, "dead-for-vanishing") for one in wrong),
            Option(text, reason, mistake),
        ),
        "activations#dead-relus",
        "activations#figure-dead?bias=-2",
    )
