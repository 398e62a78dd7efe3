from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "loss", 0, 3
LINES = (
    ("def cross_entropy(z, y):", "`z` is (n, classes), logits; `y` is (n,), the true classes."),
    ("    m = z.max(axis=1, keepdims=True)", "The largest logit of each row."),
    ("    e = np.exp(z - m)", "The largest exponent is 0, so nothing overflows."),
    ("    log_sum = m[:, 0] + np.log(e.sum(axis=1))", "The log-sum-exp of each row: what was taken "
     "off is added back."),
    ("    true = z[np.arange(len(y)), y]", "From each row the logit of its true class."),
    ("    return np.mean(log_sum - true)", "The loss of each row, and their mean."),
)  # fmt: skip
WRONG = (
    (
        2,
        "    m = z.min(axis=1, keepdims=True)",
        "With the *smallest* logit taken off, the exponents can still be large.",
        "minimum-taken-off",
    ),
    (
        3,
        "    e = np.exp(z)",
        "The maximum is found, but not taken off: large logits overflow.",
        "overflow",
    ),
    (
        4,
        "    log_sum = np.log(e.sum(axis=1))",
        "What was taken off is not added back, so the loss is too small by the largest logit.",
        "maximum-not-added-back",
    ),
    (
        4,
        "    log_sum = m[:, 0] + np.log2(e.sum(axis=1))",
        "The logarithm has the base 2. Cross-entropy takes the natural one.",
        "log2",
    ),
    (
        5,
        "    true = z.max(axis=1)",
        "That is the likeliest class, not the true one: the labels are never used.",
        "likeliest-class",
    ),
    (
        6,
        "    return np.sum(log_sum - true)",
        "That is the sum. A batch ten times as large would have ten times the loss.",
        "sum-not-mean",
    ),
)


def make(rng):
    return Bug(
        "This should be the mean cross-entropy of a batch, in natural logarithms and safe for all "
        "logits. One line is wrong. Which?",
        **spoilt(rng, LINES, WRONG),
        see="loss#breaking-it-and-the-cure",
        figure="loss#figure-overflow?size=710",
    )
