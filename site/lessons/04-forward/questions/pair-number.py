import nn
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 6, 1
LETTERS = "_abcdefghijklmnopqrstuvwxyz"


@distinct
def make(rng):
    i, j = (int(one) for one in rng.choice(range(2, 27), 2, replace=False))
    pair = LETTERS[i] + LETTERS[j]
    (grid,) = nn.letter_pairs([pair]).reshape(1, 27, 27)
    grid[0], grid[:, 0] = 0, 0  # without its pairs with the edges
    right = float(grid.argmax())
    return Numeric(
        "A network reads 27 · 27 marks, one for each pair of letters: row by row, the first letter"
        " giving the row and the second the column. The edge of a word, `_`, is letter 0, a is"
        f" letter 1, and so on. So `{LETTERS[i]}` is letter {i}, and `{LETTERS[j]}` is letter {j}."
        f" At which position, counted from 0, is the mark of `{pair}`?",
        right,
        0,
        f"Before it come {i} whole rows of 27 marks and {j} marks of its own row: 27 · {i} + {j} ="
        f" {right:.0f}.",
        (
            Slip(
                float(27 * j + i),
                f"You swapped row and column. The first letter, `{LETTERS[i]}`, gives the row.",
                "rows-and-columns",
            ),
            Slip(
                float(26 * i + j),
                "Your rows have 26 marks. The edge counts as a letter, so there are 27.",
                "edge-not-counted",
            ),
            Slip(
                float(i + j),
                "You added the two numbers. Each row before it has 27 marks, so multiply the row by"
                " 27.",
                "numbers-added",
            ),
            Slip(
                right + 1,
                "You counted positions from 1. The first mark of the grid is at position 0.",
                "counted-from-one",
            ),
            Slip(
                float(27 * (i - 1) + j),
                f"You’re one row short: row 0 comes first, so {i} rows come before row {i}.",
                "one-line-short",
            ),
        ),
        "forward#words",
        "forward#figure-words",
    )
