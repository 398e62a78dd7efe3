import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, signed, tenths
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 6, 1
CASES = ("no", "we", "so", "up", "go", "it", "he", "my")


@distinct
def make(rng, word):
    pairs = [f"_{word[0]}", word, f"{word[1]}_", word[::-1], f"_{word[1]}"]
    weights = dict(zip(pairs, tenths(rng, -0.9, 0.9, len(pairs)).tolist(), strict=True))
    bias = tenths(rng, -0.9, 0.9, 1)
    W = sum(weight * mark(pair) for pair, weight in weights.items())
    z = float(nn.linear(nn.letter_pairs([word]), W, bias)[0, 0])
    used = " + ".join(signed(weights[pair], 1) for pair in pairs[:3])
    order = rng.permutation(len(pairs))
    told = ", ".join(f"`{pairs[k]}` {number(weights[pairs[k]], 1)}" for k in order)
    return Numeric(
        "A network reads which pairs of letters a word has, as inputs of 1 and 0. Here are some"
        f" weights of one hidden neuron: {told}. Its bias is {number(bias[0], 1)}. What is its"
        f" pre-activation $z$ for the word `{word}`? Give one decimal.",
        z,
        1,
        f"`{word}` has the pairs `{pairs[0]}`, `{pairs[1]}`, and `{pairs[2]}`. Their inputs are 1,"
        f" so their weights are added: {used} + {signed(bias[0], 1)} = {number(z, 1)}.",
        (
            Slip(z - float(bias[0]), "You left out the bias.", "bias-forgotten"),
            Slip(
                sum(weights.values()) + float(bias[0]),
                f"You added all the weights. `{word}` lacks two of these pairs, so their inputs"
                " are 0 and their weights don’t count.",
                "zeros-counted",
            ),
            Slip(
                weights[word] + float(bias[0]),
                "You left out the edges: the word also has a pair at its start and one at its end.",
                "edges-left-out",
            ),
            Slip(
                z - weights[word] + weights[word[::-1]],
                f"You took the weight of `{word[::-1]}`. It’s the same two letters, but another"
                " pair.",
                "both-orders",
            ),
        ),
        "forward#embeddings",
        "forward#figure-words",
    )


def mark(pair):
    """Return all inputs (1, 729), 1 for one pair and else 0; `_` is the edge of a word."""
    x = nn.letter_pairs([pair.strip("_")]).reshape(27, 27)
    x[0] *= pair[0] == "_"
    x[:, 0] *= pair[1] == "_"
    return x.reshape(1, -1)
