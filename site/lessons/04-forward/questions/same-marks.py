import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

GOAL, LEVEL = 6, 2
CASES = (
    ("banana", "bananana", "nabana"),
    ("lala", "lalala", "alla"),
    ("toto", "tototo", "otto"),
    ("papa", "papapa", "appa"),
    ("dodo", "dododo", "oddo"),
    ("bonbon", "bonbonbon", "bobnon"),
    ("mimi", "mimimi", "immi"),
    ("ananas", "anananas", "nanasa"),
)


@distinct
def make(rng, case):
    word, longer, mixed = case
    backward, more = word[::-1], longer + ("e" if longer.endswith("s") else "s")
    same = (nn.letter_pairs([longer, mixed, backward, more]) == nn.letter_pairs([word])).all(axis=1)
    if same.tolist() != [True, False, False, False]:
        raise ValueError(f"{case}: the marks aren't as the options say")
    return Choice(
        "A network reads a word as marks: 1 for each pair of neighboring letters that the word has,"
        " edges included, else 0. Which of these made-up words gets the same answer as"
        f" `{word}`, whatever the weights are?",
        Option(
            f"`{longer}`",
            f"It has the same pairs as `{word}`, only some of them more often. A mark is 1 either"
            " way, so the two rows of inputs are equal.",
        ),
        (
            Option(
                f"`{mixed}`",
                f"It has the letters of `{word}`, but other pairs. The marks are for pairs.",
                "letters-for-pairs",
            ),
            Option(
                f"`{backward}`",
                f"`{backward}` has the pairs turned around, and it begins with"
                f" `_{backward[0]}` instead of `_{word[0]}`. A pair and its reverse have different"
                " marks.",
                "both-orders",
            ),
            Option(
                f"`{more}`",
                f"It ends differently: `{more[-2:]}` and `{more[-1]}_` have marks, and"
                f" `{word[-1]}_` has none.",
                "edges-left-out",
            ),
        ),
        "forward#words",
        "forward#figure-words",
    )
