from course.exercises.exercise import mistake


@mistake("own-value", see="#the-graph")
class Value:
    """Each factor gets its own value as its local slope. Multiplying swaps: the larger `other` is,
    the faster the product changes with `self`. Store `other.data` with `self`, and `self.data` with
    `other`.
    """

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, self.data), (other, other.data)])


@mistake("slope-of-sum", see="#the-graph")
class Value:
    """Your multiplication stores 1 for both factors, as if it added them. When `self` grows by 1,
    the product grows by `other.data`. Store `other.data` with `self`, and `self.data` with `other`.
    """

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, 1.0), (other, 1.0)])


@mistake("product-as-slope", see="#the-graph")
class Value:
    """Your multiplication stores the whole product as the local slope of both factors. The slope at
    a factor is only the other factor. Store `other.data` with `self`, and `self.data` with `other`.
    """

    def __mul__(self, other):
        product = self.data * other.data
        return Value(product, [(self, product), (other, product)])


@mistake("one-factor", see="#the-graph")
class Value:
    """Your multiplication sends a slope back only to the factor on the left. The one on the right
    changes the product, too. Store two pairs: `(self, other.data)` and `(other, self.data)`.
    """

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data)])


@mistake("edges-missing", see="#the-graph")
class Value:
    """No slope gets back through your multiplication, so both factors get 0 from it. Give the new
    `Value` its parents with their local slopes: `[(self, other.data), (other, self.data)]`.
    """

    def __mul__(self, other):
        return Value(self.data * other.data)


@mistake("slopes-missing", see="#the-graph")
class Value:
    """Your multiplication stores its parents without their local slopes, but each parent comes as a
    pair. Write `[(self, other.data), (other, self.data)]`, as `__add__` does with 1.0.
    """

    def __mul__(self, other):
        return Value(self.data * other.data, [self, other])


@mistake("product-no-value", see="#the-graph")
class Value:
    """Your `__mul__` doesn't return a `Value`, so nothing can be computed from the product. Return
    `Value(number, parents)`, as `__add__` does.
    """

    def __mul__(self, other):
        return None


@mistake("relu-passes-all", see="#the-graph")
class Value:
    """Your ReLU lets the whole slope through even where it's off. Below 0 its result stays 0 when
    `self` changes a little. Store the slope 1 only where `self.data > 0`, and 0 elsewhere.
    """

    def relu(self):
        return Value(max(0.0, self.data), [(self, 1.0)])


@mistake("mask-inverted", see="#the-graph")
class Value:
    """Your ReLU passes the slope on where it's off, and stops it where it's on. Above 0 the
    slope is 1, and below 0 it's 0. Turn your condition around: `self.data > 0`.
    """

    def relu(self):
        return Value(max(0.0, self.data), [(self, 0.0 if self.data > 0 else 1.0)])


@mistake("value-for-slope", see="#the-graph")
class Value:
    """Your ReLU stores its value as its slope. Where it's on, its result grows exactly as fast as
    `self`, so the slope is 1, however large `self` is. Store 1.0 where `self.data > 0`, else 0.0.
    """

    def relu(self):
        result = max(0.0, self.data)
        return Value(result, [(self, result)])


@mistake("relu-edge-missing", see="#the-graph")
class Value:
    """No slope gets back through your ReLU, even where it's on. Give the new `Value` its parent:
    `[(self, slope)]`, with the slope 1.0 where `self.data > 0` and 0.0 elsewhere.
    """

    def relu(self):
        return Value(max(0.0, self.data))


@mistake("relu-never-bends", see="#the-graph")
class Value:
    """Your ReLU returns negative numbers as they are. Its result is `self.data` where that's above
    0, and 0 elsewhere. Use `max(0.0, self.data)`, and the slope 0 where it's off.
    """

    def relu(self):
        return Value(self.data, [(self, 1.0)])


@mistake("relu-slope-only", see="#the-graph")
class Value:
    """Your ReLU stops the slopes below 0, but it returns negative numbers as they are. Its result
    is 0 where `self.data` isn't above 0. Use `max(0.0, self.data)` as the number of the new
    `Value`.
    """

    def relu(self):
        return Value(self.data, [(self, float(self.data > 0))])


@mistake("relu-no-value", see="#the-graph")
class Value:
    """Your `relu` doesn't return a `Value`, so nothing can be computed from its result. Return
    `Value(number, parents)` with one parent, `self`, and its local slope.
    """

    def relu(self):
        return None


@mistake("assigned", see="#the-graph")
class Value:
    """A number that's used twice keeps only one part of its slope: each new part replaces the one
    before. Every use is a path to the result, and paths add up. Write `+=` instead of `=`.
    """

    def backward(self):
        self.grad = 1.0
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad = node.grad * slope


@mistake("upstream-forgotten", see="#every-path")
class Value:
    """Each parent gets only the local slope of its edge. How much that counts for the result is the
    upstream slope, which has arrived at `node`. Multiply the two: `node.grad * slope`.
    """

    def backward(self):
        self.grad = 1.0
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad += slope


@mistake("local-forgotten", see="#every-path")
class Value:
    """Each parent gets the upstream slope as it is, so every operation passes it on, as if it
    added. The local slope is on the edge. Multiply by it: `node.grad * slope`.
    """

    def backward(self):
        self.grad = 1.0
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad += node.grad


@mistake("value-for-local", see="#every-path")
class Value:
    """You multiply the upstream slope by the parent's value. What counts is how fast `node` changes
    with this parent, and that's the edge's local slope: `node.grad * slope`.
    """

    def backward(self):
        self.grad = 1.0
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad += node.grad * parent.data


@mistake("slopes-added", see="#every-path")
class Value:
    """You add the upstream slope and the local one. Along a path, slopes multiply, so the product
    `node.grad * slope` belongs there.
    """

    def backward(self):
        self.grad = 1.0
        for node in reversed(self.nodes()):
            for parent, slope in node.parents:
                parent.grad += node.grad + slope


@mistake("order-of-nodes", see="#the-graph")
class Value:
    """Only the parents of the result get a slope. Every other node hands on its slope before it has
    arrived, or not at all. Go through all the nodes, and start at the result:
    `reversed(self.nodes())`.
    """

    def backward(self):
        self.grad = 1.0
        for node in self.nodes():
            for parent, slope in node.parents:
                parent.grad += node.grad * slope


@mistake("nothing-added", see="#the-graph")
class Value:
    """All your slopes are still 0. In `backward`, add to `parent.grad`, with `+=`: the upstream
    slope, `node.grad`, times the local one, `slope`. The sweep starts with `self.grad = 1.0`.
    """

    def backward(self):
        self.grad = 1.0


@mistake("nothing-added-without-relu", see="#the-graph")
class Value:
    """All your slopes are still 0. In `backward`, add to `parent.grad`, with `+=`: the upstream
    slope, `node.grad`, times the local one, `slope`. After that, write `relu`: it doesn't return a
    `Value` yet.
    """

    def relu(self):
        return None

    def backward(self):
        self.grad = 1.0
