from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import NAMES, network

LESSON, GOAL, LEVEL = "forward", 0, 1


@distinct
def make(rng):
    i, j = [(0, 1), (1, 0)][rng.integers(2)]
    layer = int(rng.integers(2))
    names = [("x", "h"), ("h", "o")]
    letters = lettered(rng, 4)

    def edge(layer, i, j):
        source, sink = names[layer]
        return f"{source}{j + 1}", f"{sink}{i + 1}"

    edges = {
        edge(layer, i, j): letters[0],
        edge(layer, j, i): letters[1],
        edge(1 - layer, i, j): letters[2],
        edge(layer, j, j): letters[3],
    }
    drawing = network(
        "The traced network with a letter on four of its edges",
        "; ".join(f"{letter} from {NAMES[a]} to {NAMES[b]}" for (a, b), letter in edges.items()),
        edges,
    )
    says = {letter: f"From {NAMES[a]} to {NAMES[b]}" for (a, b), letter in edges.items()}
    side = ("input", "hidden neuron")[layer]
    return Place(
        f"On which edge does the weight `W{layer + 1}[{i}, {j}]` sit? Counting begins with 0 in "
        f"the "
        "code, and with 1 in the drawing.",
        drawing,
        letters[0],
        {
            letters[0]: Option(
                says[letters[0]],
                f"Row {i} belongs to the neuron that receives, column {j} to the {side} that it "
                "reads.",
            ),
            letters[1]: Option(
                says[letters[1]],
                f"That is `W{layer + 1}[{j}, {i}]`: you took the row for what comes in. A row "
                "belongs to the neuron that receives.",
                "weights-transposed",
            ),
            letters[2]: Option(
                says[letters[2]],
                f"That is in `W{2 - layer}`, the matrix of the other layer.",
                "other-layer",
            ),
            letters[3]: Option(
                says[letters[3]],
                "The column is right, the row is not: this edge leads to the other neuron.",
                "other-neuron",
            ),
        },
        "forward#a-layer-is-one-product",
        "forward#figure-network?step=1",
    )
