class Value:
    """A number that records what it was computed from."""

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0  # the slope here, once backward has run
        self.parents = parents  # what it was computed from: pairs of a Value and the local slope
        self.level = 1 + max([parent.level for parent, slope in parents], default=0)

    def __add__(self, other):
        """Return self + other. Python calls this for +."""
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        """Return self * other. Python calls this for *."""

    def relu(self):
        """Return the ReLU of self."""

    def nodes(self):
        """Return self and all that it was computed from, parents before their children."""
        found = [self]
        for node in found:  # the list grows while we go through it
            for parent, slope in node.parents:
                if parent not in found:
                    found.append(parent)
        return sorted(found, key=lambda node: node.level)

    def backward(self):
        """Give every node its slope: how fast self changes when that node does."""
        self.grad = 1.0
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                ...  # your line


def slopes(f, numbers):
    """Return f's result at these numbers, and the slope at each. This is given."""
    values = [Value(number) for number in numbers]
    result = f(*values)
    result.backward()
    return result.data, [value.grad for value in values]
