from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import NAMES, network

LESSON, GOAL, LEVEL = "forward", 0, 1


CASES = [(layer, i, j) for layer in range(2) for i in range(2) for j in range(2)]


@distinct
def make(rng, case):
    layer, i, j = case
    names = [("x", "h"), ("h", "o")]
    letters = lettered(rng, 4)

    def edge(layer, i, j):
        source, sink = names[layer]
        return f"{source}{j + 1}", f"{sink}{i + 1}"

    edges = {
        edge(layer, i, j): letters[0],
        edge(layer, j, i) if i != j else edge(layer, i, 1 - j): letters[1],
        edge(1 - layer, i, j): letters[2],
        edge(layer, 1 - i, j): letters[3],
    }
    drawing = network(
        "The traced network with a letter on four of its edges",
        "; ".join(f"{letter} from {NAMES[a]} to {NAMES[b]}" for (a, b), letter in edges.items()),
        edges,
    )
    says = {letter: f"From {NAMES[a]} to {NAMES[b]}" for (a, b), letter in edges.items()}
    side = ("input", "hidden neuron")[layer]
    return Place(
        f"Which edge has the weight `W{layer + 1}[{i}, {j}]`? Code counts from 0, and the drawing"
        " counts from 1.",
        drawing,
        letters[0],
        {
            letters[0]: Option(
                says[letters[0]],
                f"Row {i} belongs to the neuron at the right end of the edge, and column {j} to the"
                f" {side} that it reads.",
            ),
            letters[1]: Option(
                says[letters[1]],
                f"That’s `W{layer + 1}[{j}, {i}]`: you swapped row and column. A row belongs to the"
                " neuron that reads.",
                "weights-transposed",
            )
            if i != j
            else Option(
                says[letters[1]],
                f"The row is right, but the column isn’t: this edge comes from the other {side}.",
                "other-column",
            ),
            letters[2]: Option(
                says[letters[2]],
                f"That edge belongs to `W{2 - layer}`, the matrix of the other layer.",
                "other-layer",
            ),
            letters[3]: Option(
                says[letters[3]],
                "The column is right, but the row isn’t: this edge leads to the other neuron.",
                "other-neuron",
            ),
        },
        "forward#a-layer-is-one-product",
        "forward#figure-network?step=1",
    )
