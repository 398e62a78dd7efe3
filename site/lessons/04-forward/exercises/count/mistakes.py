from course.exercises.exercise import mistake


@mistake("all-multiplied", see="#how-many-parameters")
def count(sizes):
    """You multiply all the sizes with each other. But a layer is connected only to the layer right
    before it. Multiply the sizes of two neighbors at a time, and add up these products. Then add
    the biases.
    """
    product = 1
    for size in sizes:
        product *= size
    return product


@mistake("bias-per-input", see="#how-many-parameters")
def count(sizes):
    """You count a bias for every number that a layer reads. Biases belong to neurons, one for each,
    so a layer has as many biases as neurons. Add the layer's own size, not the size before it.
    """
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + before
    return total


@mistake("biases-forgotten", see="#how-many-parameters")
def count(sizes):
    """You count only the weights. Every neuron also adds a bias, and training changes that number,
    too. For each layer after the input, add as many biases as it has neurons.
    """
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before
    return total


@mistake("first-layer-only", see="#how-many-parameters")
def count(sizes):
    """You count only the first layer after the input. The later layers have weights and biases,
    too. Do the same for each pair of neighbors in `sizes`, and add up the results.
    """
    before, here = sizes[:2]
    return here * before + here


@mistake("input-biases", see="#how-many-parameters")
def count(sizes):
    """You give the input layer biases, too. It has no neurons: its numbers are just the example, so
    it has nothing that training could change. Count biases only from the second entry of `sizes`
    on.
    """
    total = sizes[0]
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + here
    return total


@mistake("input-to-every-layer", see="#how-many-parameters")
def count(sizes):
    """You connect every layer to the input. A layer reads only the layer right before it. So
    multiply each size by the one before it in `sizes`, not by the first.
    """
    total = 0
    for here in sizes[1:]:
        total += here * sizes[0] + here
    return total


@mistake("last-layer-only", see="#how-many-parameters")
def count(sizes):
    """Your result counts only the last layer. If you have a loop, each round replaces the sum of
    the rounds before it. Add to that sum with `+=`.
    """
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total = here * before + here
    return total


@mistake("neurons-behind-the-input", see="#how-many-parameters")
def count(sizes):
    """You count one parameter per neuron, and those are just the biases. Each neuron also has a
    weight for every number that it reads. Multiply the sizes of neighbors to count those, and add
    them.
    """
    return sum(sizes[1:])


@mistake("neurons-counted", see="#how-many-parameters")
def count(sizes):
    """You add up the sizes of all the layers. That isn't a number of parameters: each neuron has a
    weight for every number that it reads, and a bias. Count these for each layer after the input.
    """
    return sum(sizes)


@mistake("one-bias-per-layer", see="#how-many-parameters")
def count(sizes):
    """You count one bias for each whole layer. But every neuron in it has a bias of its own. Add as
    many biases as the layer has neurons.
    """
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + 1
    return total


@mistake("output-biases-left-out", see="#how-many-parameters")
def count(sizes):
    """You leave out the biases of the output layer. It has no activation function, but each of its
    neurons still adds a bias. Count the output layer in the same way as the others.
    """
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here * before + here
    return total - sizes[-1]


@mistake("sizes-added", see="#how-many-parameters")
def count(sizes):
    """You add the sizes of neighboring layers. But each neuron has a weight for every number that
    it reads, so multiply the two sizes to count the weights. Then add one bias per neuron.
    """
    total = 0
    for i in range(1, len(sizes)):
        before, here = sizes[i - 1], sizes[i]
        total += here + before
    return total


@mistake("counted-from-0", see="#how-many-parameters")
def count(sizes):
    """Your loop starts at 0, and one before that is -1, the last layer. So you also connect the
    last layer to the input. Start the loop at 1, where the layer before is the input.
    """
    total = 0
    for i in range(len(sizes)):
        total += sizes[i - 1] * sizes[i] + sizes[i]
    return total
