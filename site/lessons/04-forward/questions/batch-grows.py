from itertools import combinations

from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "forward", 4, 2
RECAP = "The batch grows"
GROWS = (
    ("The input `x`", "It has one row per example."),
    ("The sums `z1`", "Each example has a row of sums, so the rows grow with the batch."),
    ("The logits `z2`", "Each example has a row of logits, so the rows grow with the batch."),
    ("The predicted labels", "There’s one label per example."),
)
STAYS = (
    ("The weights `W1`", "They’re (hidden, in). All the examples share the same weights."),
    ("The weights `W2`", "They’re (classes, hidden). The batch size isn’t in there."),
    ("The bias `b1`", "It’s (hidden,), one number per neuron. NumPy adds it to every row."),
    ("The bias `b2`", "It’s (classes,), one number per class. NumPy adds it to every row."),
)
PAIRS = list(combinations(range(4), 2))
CASES = [(PAIRS[i % 6], PAIRS[(i + i // 6 + 2) % 6]) for i in range(8)]


def make(rng, case):
    right, wrong = case
    before, after = int(rng.choice([1, 8, 16, 32])), int(rng.choice([64, 100, 256]))
    return Several(
        f"Instead of {before} image{'s' * (before > 1)}, you put {after} through a network at once."
        " Which of these arrays change their shape?",
        tuple(Option(*GROWS[i]) for i in right),
        tuple(Option(*STAYS[i], "batch-in-weights") for i in wrong),
        "forward#the-batch",
        "forward#figure-network?example=both",
    )
