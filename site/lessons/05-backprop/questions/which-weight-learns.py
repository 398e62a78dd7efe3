import nn
from course.quiz.fresh import distinct, lettered, point
from course.quiz.items import Option, Place
from course.quiz.places import NAMES, network

LESSON, GOAL, LEVEL = "backprop", 0, 2


CASES = [(off, out, inp) for off in range(2) for out in range(2) for inp in range(2)]


@distinct
def make(rng, case):
    off, out, inp = case
    traced = nn.traced_network()
    traced.biases[0][off] = -9.0  # switches this neuron off
    x, y = nn.traced_example()
    trace = traced.forward(x)
    found = traced.backward(trace, nn.cross_entropy_gradient(trace.logits, y)).weights
    on, z = 1 - off, trace.pre_activations[0][0]
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
        f"This weight leads into {NAMES[f'h{off + 1}']}, which is off. There, ReLU’s slope is 0, so"
        " no gradient gets back to the weight."
    )
    says = [f"From {NAMES[a]} to {NAMES[b]}" for a, b in edges]
    options = [
        Option(
            says[0],
            f"{NAMES[f'h{on + 1}']} is on, because its pre-activation is above 0, so a gradient"
            " gets back to it. And the local slope is the input, which isn’t 0.",
        ),
        Option(says[1], into, "mask-missing"),
        Option(says[2], into, "mask-missing"),
        Option(
            says[3],
            f"This weight leads out of {NAMES[f'h{off + 1}']}, which is off. So its local slope,"
            " that neuron’s activation, is 0.",
            "upstream-alone",
        ),
    ]
    return Place(
        f"For one example, the hidden ReLU neurons h₁ and h₂ have the pre-activations {point(z)}."
        " No input is 0. Which marked weight can get a gradient other than 0?",
        network(
            "The traced network with a letter on four of its edges",
            "; ".join(
                f"{letter} from {NAMES[a]} to {NAMES[b]}" for (a, b), letter in named.items()
            ),
            named,
        ),
        letters[0],
        dict(sorted(zip(letters, options, strict=True))),
        "backprop#a-neuron-that-is-off-gets-no-gradient",
        "backprop#figure-edges?example=off&step=26" if off == 0 else "",
    )
