from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 5, 2
RECAP = "A network doesn't learn. What do you check"
CODE = "A bug in the forward pass, the backward pass, or the update"
START = "First weights or inputs that are much too large"
RATE = "A learning rate that doesn’t fit"
DATA = "Labels that don’t belong to their rows"
WHY = {
    CODE: "Any working network can learn a few examples by heart. If it can’t, look for a bug.",
    START: "The first loss is far above ln(classes) if the logits are large from the start.",
    RATE: "A rate that doesn’t fit shows when another one brings the loss down.",
    DATA: "Wrong labels can be learned by heart for a few rows, but all of them follow no rule.",
}
SLUGS = {CODE: "bug-suspected", START: "start-suspected", RATE: "rate-suspected"}
SLUGS[DATA] = "data-suspected"
FINE = "The first loss is near ln(classes)."
CASES = [
    (f"{FINE} Ten examples keep a loss of 0.69, at every learning rate.", CODE),
    ("The first loss of a network with ten classes is 39.", START),
    (f"{FINE} Ten examples are learned by heart. All of them are, too, but only at 0.01.", RATE),
    (f"{FINE} Ten examples are learned by heart. All of them aren’t, at any rate.", DATA),
    (f"{FINE} The computed slopes of layer 1 differ from the measured ones.", CODE),
    ("The first loss of a network with two classes is 27.", START),
    (f"{FINE} All slopes are right. At 1 the loss jumps up and down; at 0.1 it falls.", RATE),
    (f"{FINE} All slopes are right. At every rate, only small subsets are learned.", DATA),
]


def make(rng, case):
    said, right = case
    return Choice(
        f"You check a network that doesn’t learn. {said} What’s the likeliest reason?",
        Option(right, WHY[right]),
        tuple(
            Option(one, f"The result would be another one. {WHY[one]}", slug)
            for one, slug in SLUGS.items()
            if one != right
        ),
        "backprop#when-it-doesnt-learn",
    )
