"""A number that records what it was computed from, so that one sweep back finds all its slopes.

PyTorch does the same with whole arrays. Here every node of the graph is a single number, as in
Andrej Karpathy's micrograd: https://github.com/karpathy/micrograd
"""

import math
from collections.abc import Sequence
from typing import TypeAlias

Number: TypeAlias = "Value | float"


class Value:
    """A number in a computational graph.

    data: the number. grad: the slope here of the result whose `backward` ran.
    parents: what the number was computed from, each with the local slope of its edge.
    level: one more than the highest level of its parents.
    """

    def __init__(self, data: float, parents: "Sequence[tuple[Value, float]]" = ()) -> None:
        self.data = float(data)
        self.grad = 0.0
        self.parents = parents
        self.level: int = 1 + max((parent.level for parent, _ in parents), default=0)

    def __add__(self, other: Number) -> "Value":
        """Add. Both slopes are 1: adding passes the upstream slope on."""
        other = as_value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other: Number) -> "Value":
        """Multiply. The slope at each factor is the other factor."""
        other = as_value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def relu(self) -> "Value":
        """Return max(0, data). The slope is 1 where data > 0; otherwise it's 0."""
        on = self.data > 0
        return Value(self.data if on else 0.0, [(self, 1.0 if on else 0.0)])

    def nodes(self) -> "list[Value]":
        """Return this node and all that it was computed from, parents before their children."""
        found, todo = {self: True}, [self]
        while todo:
            for parent, _ in todo.pop().parents:
                if parent not in found:
                    found[parent] = True
                    todo.append(parent)
        return sorted(found, key=lambda node: node.level)

    def backward(self) -> None:
        """Give every node that self was computed from its `grad`: the slope of self there.

        As in PyTorch, nodes without parents add it to the `grad` that they have; set that to 0
        before you run `backward` for something else.
        """
        nodes = self.nodes()
        for node in nodes:
            if node.parents:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(nodes):
            for parent, slope in node.parents:
                parent.grad += node.grad * slope

    # What the loss needs, and plain numbers on the left

    def exp(self) -> "Value":
        """Return e to the power of data, which is its own slope. OverflowError above 709."""
        result = math.exp(self.data)
        return Value(result, [(self, result)])

    def log(self) -> "Value":
        """Return the natural logarithm; its slope is 1 / data. ValueError unless data > 0."""
        return Value(math.log(self.data), [(self, 1 / self.data)])

    def __truediv__(self, other: Number) -> "Value":
        """Divide. ZeroDivisionError if other is 0."""
        other = as_value(other)
        result = self.data / other.data
        return Value(result, [(self, 1 / other.data), (other, -result / other.data)])

    def __neg__(self) -> "Value":
        return self * -1

    def __sub__(self, other: Number) -> "Value":
        return self + -as_value(other)

    def __rsub__(self, other: Number) -> "Value":
        return as_value(other) - self

    def __rtruediv__(self, other: Number) -> "Value":
        return as_value(other) / self

    __radd__ = __add__
    __rmul__ = __mul__

    def __repr__(self) -> str:
        return f"Value({self.data:g}, grad={self.grad:g})"


def as_value(number: Number) -> Value:
    """Return a number as a node; a node stays as it is."""
    return number if isinstance(number, Value) else Value(number)
