"""The layers of a network: what each computes, and the slope that goes back through it.

Arrays are (batch, features); weights are (out, in), as in PyTorch. Results keep the dtype of
the inputs. `grad_q` always means dL/dq, the slope of the loss L with respect to q, and has the
shape of q.
"""

import numpy as np

from nn.arrays import Array, check_linear, check_same_shape, matmul


def linear(x: Array, W: Array, b: Array) -> Array:
    """Return the pre-activation z = x W^T + b of a layer of neurons.

    x (n, in), W (out, in), b (out,) -> z (n, out). Raises ValueError when they do not fit.
    """
    check_linear(x, W, b)
    return matmul(x, W.T) + b


def linear_backward(grad_z: Array, x: Array, W: Array) -> tuple[Array, Array, Array]:
    """Return (grad_x, grad_W, grad_b) of `linear`, shaped like x, W and b.

    grad_z (n, out), x (n, in), W (out, in). Raises ValueError when the shapes do not fit.
    """
    grad_W, grad_b = linear_backward_parameters(grad_z, x)
    return linear_backward_input(grad_z, W), grad_W, grad_b


def linear_backward_input(grad_z: Array, W: Array) -> Array:
    """Return grad_x (n, in) of `linear`: each input is charged through the weights it used.

    grad_z (n, out), W (out, in). Raises ValueError when the shapes do not fit.
    """
    return matmul(grad_z, W)


def linear_backward_parameters(grad_z: Array, x: Array) -> tuple[Array, Array]:
    """Return grad_W (out, in) and grad_b (out,) of `linear`.

    grad_z (n, out), x (n, in). The whole batch shares W and b, so their slopes are sums over
    the batch. Raises ValueError when the shapes do not fit.
    """
    return matmul(grad_z.T, x), grad_z.sum(axis=0)


def identity(z: Array) -> Array:
    """Return z itself: no activation. Any shape."""
    return z


def identity_slope(z: Array) -> Array:
    """Return da/dz of `identity`: 1 everywhere. Any shape."""
    return np.ones_like(z)


def relu(z: Array) -> Array:
    """Return max(0, z), element by element. Any shape."""
    a: Array = np.maximum(z, 0)
    return a


def relu_slope(z: Array) -> Array:
    """Return da/dz of `relu`: 1 where z > 0, else 0 (at 0 too, as in PyTorch). Any shape."""
    return (z > 0).astype(z.dtype)


def leaky_relu(z: Array, leak: float = 0.01) -> Array:
    """Return z where z > 0, else leak times z, element by element. Any shape.

    Source: Maas, Hannun and Ng, 2013, Rectifier nonlinearities improve neural network acoustic
    models.
    """
    a: Array = np.where(z > 0, z, leak * z)
    return a


def leaky_relu_slope(z: Array, leak: float = 0.01) -> Array:
    """Return da/dz of `leaky_relu`: 1 where z > 0, else leak. Any shape."""
    return np.where(z > 0, 1, leak).astype(z.dtype)


def sigmoid(z: Array) -> Array:
    """Return 1 / (1 + exp(-z)), element by element. Any shape.

    Only exp of numbers <= 0 is taken, so no z overflows.
    """
    e = np.exp(-np.abs(z))
    a: Array = np.where(z >= 0, 1, e) / (1 + e)
    return a


def sigmoid_slope(z: Array) -> Array:
    """Return da/dz of `sigmoid`: a (1 - a), at most 1/4. Any shape."""
    a = sigmoid(z)
    return a * (1 - a)


def tanh(z: Array) -> Array:
    """Return the hyperbolic tangent, element by element. Any shape."""
    a: Array = np.tanh(z)
    return a


def tanh_slope(z: Array) -> Array:
    """Return da/dz of `tanh`: 1 - a^2, at most 1. Any shape."""
    return 1 - tanh(z) ** 2


def softmax(z: Array) -> Array:
    """Return the probabilities exp(z_i) / sum_j exp(z_j) over the last axis.

    z (..., classes) -> p, the same shape; each row sums to 1. Taking the row's largest logit
    off first changes nothing and keeps exp from overflowing.
    """
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    p: Array = e / e.sum(axis=-1, keepdims=True)
    return p


def softmax_backward(grad_p: Array, p: Array) -> Array:
    """Return grad_z of `softmax` from its output p; both (..., classes).

    Raises ValueError when the shapes differ.
    """
    check_same_shape("softmax_backward", "grad_p", grad_p, "p", p)
    grad_z: Array = p * (grad_p - (grad_p * p).sum(axis=-1, keepdims=True))
    return grad_z


def log_softmax(z: Array) -> Array:
    """Return log(softmax(z)) over the last axis, without ever taking the log of 0.

    z (..., classes) -> log p, the same shape.
    """
    shifted = z - z.max(axis=-1, keepdims=True)
    log_p: Array = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return log_p


def log_softmax_backward(grad_log_p: Array, z: Array) -> Array:
    """Return grad_z of `log_softmax` from its input z; both (..., classes).

    Raises ValueError when the shapes differ.
    """
    check_same_shape("log_softmax_backward", "grad_log_p", grad_log_p, "z", z)
    grad_z: Array = grad_log_p - softmax(z) * grad_log_p.sum(axis=-1, keepdims=True)
    return grad_z
