from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "loss", 0, 3
LINES = (
    (
        "def cross_entropy(z, y):",
        "This is right: `z` has the logits, (n, classes), and `y` the true classes, (n,).",
    ),
    ("    m = z.max(axis=1, keepdims=True)", "This is right: it’s the largest logit of each row."),
    (
        "    e = np.exp(z - m)",
        "This is right: with the largest logit subtracted, nothing can overflow.",
    ),
    (
        "    log_sum = m[:, 0] + np.log(e.sum(axis=1))",
        "This is right: log-sum-exp is $m$ plus the logarithm of the sum of $e^{z - m}$.",
    ),
    (
        "    true = z[np.arange(len(y)), y]",
        "This is right: it picks the true class’s logit from each row.",
    ),
    (
        "    return np.mean(log_sum - true)",
        "This is right: it’s the mean of the losses of all the rows.",
    ),
)
WRONG = (
    (
        2,
        "    m = z.min(axis=1, keepdims=True)",
        "This finds the *smallest* logit. If you subtract that, the largest exponents can still"
        " overflow.",
        "minimum-subtracted",
    ),
    (
        3,
        "    e = np.exp(z)",
        "The maximum isn’t subtracted, so large logits overflow.",
        "overflow",
    ),
    (
        4,
        "    log_sum = np.log(e.sum(axis=1))",
        "The maximum isn’t added back, so each loss is too small by its row’s largest logit.",
        "maximum-not-added-back",
    ),
    (
        4,
        "    log_sum = m[:, 0] + np.log2(e.sum(axis=1))",
        "This logarithm has base 2. Cross-entropy uses the natural logarithm.",
        "log2",
    ),
    (
        4,
        "    log_sum = m[:, 0] + np.log(e.mean(axis=1))",
        "Softmax divides by the *sum* of the powers. With their mean, every loss is too small by"
        " the logarithm of the number of classes.",
        "mean-of-powers",
    ),
    (
        5,
        "    true = z.max(axis=1)",
        "This is the likeliest class’s logit, not the true one’s. The labels are never used.",
        "likeliest-class",
    ),
    (
        6,
        "    return np.sum(log_sum - true)",
        "This is the sum of the losses, not their mean. A batch ten times as large would have about"
        " ten times the loss.",
        "sum-not-mean",
    ),
    (
        6,
        "    return np.mean(true - log_sum)",
        "The sign is wrong: this is the mean *logarithm* of the true probabilities, and the loss is"
        " minus that.",
        "sign",
    ),
)
CASES = WRONG


def make(rng, case):
    return Bug(
        "This should be a batch’s cross-entropy, with the natural logarithm, for logits of any"
        " size. It shouldn’t depend on how many examples the batch has. Which line is wrong?",
        **spoilt(LINES, case),
        see="loss#breaking-it-and-the-cure",
        figure="loss#figure-overflow?size=710",
    )
