import nn
from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import NAMES, network

LESSON, GOAL, LEVEL = "backprop", 0, 2


@distinct
def make(rng):
    off = int(rng.integers(2))
    traced = nn.traced_network()
    traced.biases[0][off] = -9.0  # switches this neuron off
    x, y = nn.traced_example()
    trace = traced.forward(x)
    found = traced.backward(trace, nn.cross_entropy_gradient(trace.logits, y)).weights
    on, out, inp = 1 - off, int(rng.integers(2)), int(rng.integers(2))
    edges = [
        (f"x{inp + 1}", f"h{on + 1}"),
        (f"x{inp + 1}", f"h{off + 1}"),
        (f"x{2 - inp}", f"h{off + 1}"),
        (f"h{off + 1}", f"o{out + 1}"),
    ]
    slopes = [found[0][on, inp], found[0][off, inp], found[0][off, 1 - inp], found[1][out, off]]
    assert [slope != 0 for slope in slopes] == [True, False, False, False]
    letters = lettered(rng, 4)
    named = dict(zip(edges, letters, strict=True))
    into = (
        "It leads into the neuron that is off. The ReLU's slope there is 0, and stops what comes "
        "back."
    )
    says = [f"From {NAMES[a]} to {NAMES[b]}" for a, b in edges]
    options = [
        Option(
            says[0],
            "Its neuron is on and its input is not 0, so upstream and local are both different "
            "from 0.",
        ),
        Option(says[1], into, "mask-missing"),
        Option(says[2], into, "mask-missing"),
        Option(
            says[3],
            "It leads out of the neuron that is off. What came in through this weight is 0, and "
            "that is its local slope.",
            "upstream-alone",
        ),
    ]
    return Place(
        f"For some example the hidden neuron {NAMES[f'h{off + 1}']} is off; the other is on, no "
        f"input is 0 and "
        "the answer is wrong. Which marked weight gets a gradient other than 0?",
        network(
            "The traced network with a letter on four of its edges",
            "; ".join(
                f"{letter} from {NAMES[a]} to {NAMES[b]}" for (a, b), letter in named.items()
            ),
            named,
        ),
        letters[0],
        dict(sorted(zip(letters, options, strict=True))),
        "backprop#every-path",
        "backprop#figure-edges?example=off&step=26",
    )
