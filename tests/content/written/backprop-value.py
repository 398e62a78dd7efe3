# %% right: as-in-micrograd, with closures and a recursive order
class Value:
    def __init__(self, data, _children=()):
        self.data = data
        self.grad = 0
        self._backward = lambda: None
        self._prev = set(_children)

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = Value(0 if self.data < 0 else self.data, (self,))

        def _backward():
            self.grad += (out.data > 0) * out.grad

        out._backward = _backward
        return out

    def backward(self):
        topo, visited = [], set()

        def build(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build(child)
                topo.append(v)

        build(self)
        self.grad = 1
        for v in reversed(topo):
            v._backward()


# %% right: no order at all, one recursive call for each path
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1), (other, 1)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def relu(self):
        return self * Value(1.0 * (self.data > 0))

    def backward(self, upstream=1.0):
        self.grad += upstream
        for parent, slope in self.parents:
            parent.backward(upstream * slope)


# %% right: subclass-of-the-start, numpy, the upstream slope on the right
import numpy as np

Start = Value


class Value(Start):
    def __mul__(self, other):
        return Value(np.multiply(self.data, other.data), zip((self, other), (other.data, self.data)))

    def __init__(self, data, parents=()):
        super().__init__(np.float64(data), list(parents))

    def relu(self):
        return Value(np.maximum(self.data, 0), [(self, np.heaviside(self.data, 0))])

    def backward(self):
        nodes = self.nodes()
        self.grad = 1.0
        while nodes:
            node = nodes.pop()
            for parent, slope in node.parents:
                parent.grad = parent.grad + slope * node.grad


# %% right: a tape of all the nodes, newest first, gradients set to 0 before the sweep
TAPE = []


class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, dict()
        for parent, slope in parents:
            self.parents[parent] = self.parents.get(parent, 0.0) + slope
        TAPE.append(self)

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(other, self.data), (self, other.data)])

    def relu(self):
        slope = 1 if self.data >= 0 else 0
        return Value(slope * self.data, [(self, slope)])

    def backward(self):
        for node in TAPE:
            node.grad = 0.0
        self.grad = 1.0
        for node in TAPE[::-1]:
            for parent in node.parents:
                parent.grad += node.grad * node.parents[parent]


# %% right: methods-put-in-later, relu by its sign
def mul(one, two):
    return Value(one.data * two.data, [(one, two.data), (two, one.data)])


def relu(one):
    on = (1 + (one.data > 0) - (one.data < 0)) // 2
    return Value(on * one.data, [(one, on)])


def backward(self):
    self.grad = 1.0
    [
        setattr(parent, "grad", parent.grad + node.grad * slope)
        for node in sorted(self.nodes(), key=lambda node: -node.level)
        for parent, slope in node.parents
    ]


Value.__mul__, Value.relu, Value.backward = mul, relu, backward


# %% right: derivatives worked out by nudging each operation
class Value(Value):
    def __mul__(self, other):
        return operation(lambda x, y: x * y, self, other)

    def __add__(self, other):
        return operation(lambda x, y: x + y, self, other)

    def relu(self):
        return operation(lambda x: max(x, 0.0), self)

    def backward(self):
        self.grad = 1.0
        for node in self.nodes()[::-1]:
            for parent, slope in node.parents:
                parent.grad += slope * node.grad


def operation(f, *parents, h=1e-6):
    numbers = [parent.data for parent in parents]
    pairs = []
    for k, parent in enumerate(parents):
        up, down = list(numbers), list(numbers)
        up[k] += h
        down[k] -= h
        pairs.append((parent, (f(*up) - f(*down)) / (2 * h)))
    return Value(f(*numbers), pairs)


# %% right: the slopes carried forward instead of back
class Value:
    def __init__(self, data, slopes=None):
        self.data, self.grad = data, 0.0
        self.slopes = {self: 1.0} if slopes is None else slopes

    def combined(self, s, other, o):
        keys = set(self.slopes) | set(other.slopes)
        return {k: s * self.slopes.get(k, 0) + o * other.slopes.get(k, 0) for k in keys}

    def __add__(self, other):
        return Value(self.data + other.data, self.combined(1, other, 1))

    def __mul__(self, other):
        return Value(self.data * other.data, self.combined(other.data, other, self.data))

    def relu(self):
        return self * Value(float(self.data > 0))

    def backward(self):
        for value, slope in self.slopes.items():
            value.grad = slope


# %% assigned: with a helper that gives each parent its part
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(max(self.data, 0), [(self, int(self.data > 0))])

    def backward(self):
        self.grad = 1
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.take(node.grad * slope)

    def take(self, part):
        self.grad = part


# %% order-of-nodes: the list turned around twice
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(max(self.data, 0), [(self, int(self.data > 0))])

    def backward(self):
        nodes = self.nodes()
        nodes.reverse()
        self.grad = 1
        for node in reversed(nodes):
            for parent, slope in node.parents:
                parent.grad += node.grad * slope


# %% own-value: with zip
class Value(Value):
    def __mul__(self, other):
        both = self, other
        return Value(self.data * other.data, [(one, one.data) for one in both])

    def relu(self):
        return Value(max(self.data, 0), [(self, int(self.data > 0))])

    def backward(self):
        self.grad = 1
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad += node.grad * slope


# %% upstream-forgotten: the result's grad instead of the node's
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(max(self.data, 0), [(self, int(self.data > 0))])

    def backward(self):
        self.grad = 1
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad += self.grad * slope


# %% nothing-added: the start of the sweep taken away
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(max(self.data, 0), [(self, int(self.data > 0))])

    def backward(self):
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad += node.grad * slope


# %% none: the slope subtracted
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(max(self.data, 0), [(self, int(self.data > 0))])

    def backward(self):
        self.grad = 1
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad -= node.grad * slope


# %% none: a sum instead of the product
class Value(Value):
    def __mul__(self, other):
        return Value(self.data + other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(max(self.data, 0), [(self, int(self.data > 0))])

    def backward(self):
        self.grad = 1
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad += node.grad * slope


# %% none: the absolute value instead of ReLU
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(abs(self.data), [(self, 1 if self.data > 0 else -1)])

    def backward(self):
        self.grad = 1
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad += node.grad * slope


# %% none: each parent done only once
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(max(self.data, 0), [(self, int(self.data > 0))])

    def backward(self):
        self.grad = 1
        for node in reversed(self.nodes()):
            for parent, slope in dict(node.parents).items():
                parent.grad += node.grad * slope


# %% slope-of-sum: the model copied, with one sign changed
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, 1.0), (other, 1.0)])

    def relu(self):
        return Value(max(self.data, 0), [(self, float(self.data > 0))])

    def backward(self):
        self.grad = 1
        for node in self.nodes()[::-1]:
            for parent, slope in node.parents:
                parent.grad += node.grad * slope


# %% mask-inverted: the condition for the 0 first
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        slope = 0
        if self.data < 0:
            slope = 1
        return Value(max(self.data, 0), ((self, slope),))

    def backward(self):
        self.grad = 1
        for node in self.nodes()[::-1]:
            for parent, slope in node.parents:
                parent.grad += node.grad * slope


# %% local-forgotten: one slope for all the parents of a node
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        return Value(max(self.data, 0), [(self, self.data > 0)])

    def backward(self):
        self.grad = 1
        for node in self.nodes()[::-1]:
            upstream = node.grad
            for parent, _ in node.parents:
                parent.grad += upstream


# %% none: a leak below 0
class Value(Value):
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self):
        slope = 1 if self.data > 0 else 0.01
        return Value(slope * self.data, [(self, slope)])

    def backward(self):
        self.grad = 1
        for node in self.nodes()[::-1]:
            for parent, slope in node.parents:
                parent.grad += node.grad * slope
