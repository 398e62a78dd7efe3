import nn
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 1, 1
CASES = ("banana", "mississippi", "rococo", "murmur", "assassin", "ananas", "alfalfa", "bonbon")


@distinct
def make(rng, word):
    right = float(nn.letter_pairs([word]).sum())
    marked = f"_{word}_"
    pairs = [marked[i : i + 2] for i in range(len(marked) - 1)]
    return Numeric(
        f"A network sees a word as 27 · 27 marks, one for each pair of neighboring letters, where"
        f" the edge of the word counts as a letter. How many of these marks are 1 for `{word}`?",
        right,
        0,
        f"The pairs are {', '.join(f'`{pair}`' for pair in dict.fromkeys(pairs))}. A mark says"
        " only whether the word has a pair, so a repeated pair counts once.",
        (
            Slip(
                float(len(pairs)),
                "You counted repeated pairs more than once. A mark is 1 or 0.",
                "pairs-counted-twice",
            ),
            Slip(
                float(len(set(pairs[1:-1]))),
                "You left out the edges: the word also has a pair at its start and one at its end.",
                "edges-left-out",
            ),
            Slip(
                float(len(word)),
                "You counted the letters. The marks are for *pairs* of letters.",
                "letters-for-pairs",
            ),
        ),
        "forward#words",
        "forward#figure-words",
    )
