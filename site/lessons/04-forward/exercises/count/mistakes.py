from course.exercises.exercise import mistake


@mistake("all-multiplied", see="#how-many-parameters")
def count(sizes):
    """You multiply all sizes with each other. Only neighboring layers are connected: one product
    for each pair, and the sum of them.
    """
    product = 1
    for size in sizes:
        product *= size
    return product


@mistake("bias-per-input", see="#how-many-parameters")
def count(sizes):
    """You count a bias for each *input* of a layer. A bias belongs to a neuron: there
    are `here` of them.
    """
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + before
    return total


@mistake("biases-forgotten", see="#how-many-parameters")
def count(sizes):
    """You count the weights only. Every neuron has a bias as well: add `here` for each layer."""
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before
    return total


@mistake("first-layer-only", see="#how-many-parameters")
def count(sizes):
    """You count the first layer of weights only. Go through all pairs of neighbors."""
    before, here = sizes[:2]
    return here * before + here


@mistake("input-biases", see="#how-many-parameters")
def count(sizes):
    """You give the input layer biases too. Its numbers are given, not computed: it has
    no parameters.
    """
    total = sizes[0]
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + here
    return total


@mistake("input-to-every-layer", see="#how-many-parameters")
def count(sizes):
    """You connect every layer with the input. A layer reads the one right before it."""
    total = 0
    for here in sizes[1:]:
        total += here * sizes[0] + here
    return total


@mistake("last-layer-only", see="#how-many-parameters")
def count(sizes):
    """You count the last layer only: `total` begins anew in every round. Add to it with `+=`."""
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total = here * before + here
    return total


@mistake("neurons-behind-the-input", see="#how-many-parameters")
def count(sizes):
    """You count one parameter per neuron: the biases alone. Each neuron also has a weight for every
    number that it reads.
    """
    return sum(sizes[1:])


@mistake("neurons-counted", see="#how-many-parameters")
def count(sizes):
    """You count neurons. Each of them has a weight for every number that it reads, and a bias."""
    return sum(sizes)


@mistake("one-bias-per-layer", see="#how-many-parameters")
def count(sizes):
    """You count one bias per layer. Every neuron has its own: `here` of them."""
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + 1
    return total


@mistake("output-biases-left-out", see="#how-many-parameters")
def count(sizes):
    """You give the output layer no biases. It has no activation, but a bias for each
    neuron it has.
    """
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + here
    return total - sizes[-1]


@mistake("sizes-added", see="#how-many-parameters")
def count(sizes):
    """You add `here` and `before`. Every neuron is connected with every number before
    it: multiply.
    """
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here + before
    return total
