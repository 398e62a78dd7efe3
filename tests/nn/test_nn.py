"""The traced network, stability, dtypes, seeds, learning, and errors that name both shapes."""

import itertools
import re
from typing import Any, cast

import numpy as np
import pytest

import nn
from nn import Array


def walk(network, x, y):
    trace = network.forward(x)
    return trace, network.backward(trace, nn.cross_entropy_gradient(trace.logits, y))


# ---- the traced network ----


def test_traced_weights_are_short_decimals_and_all_differ():
    weights = np.concatenate([p.ravel() for p in nn.traced_network().parameters])
    assert weights.size == 12
    np.testing.assert_array_equal(weights, np.round(weights, 1))
    assert len(set(weights.tolist())) == 12
    assert 0 not in weights


def test_traced_values_can_be_followed_by_hand():
    x, y = nn.traced_example()
    trace, _ = walk(nn.traced_network(), x, y)
    np.testing.assert_allclose(trace.activations[1], np.round(trace.activations[1], 1))
    np.testing.assert_allclose(trace.logits, np.round(trace.logits, 2))


def test_traced_slopes_all_tell():
    network, (x, y) = nn.traced_network(), nn.traced_example()
    trace, gradients = walk(network, x, y)
    hidden = trace.pre_activations[0]
    assert (hidden > 0).all()
    p_true = nn.softmax(trace.logits)[0, y]
    loss = np.array([nn.cross_entropy(trace.logits, y)])
    # Left out, because they equal another one by nature and not by chance: a = ReLU(z) where
    # z > 0, dL/dz = dL/db for one example, and p of the wrong class = its own dL/dz.
    values = [x, hidden, trace.logits, p_true, loss, *gradients.parameters]
    numbers = np.sort(np.concatenate([v.ravel() for v in values]))
    assert np.abs(numbers).min() > 0.05
    assert np.diff(numbers).min() > 0.02
    assert 1 not in np.abs(x)  # or a weight's gradient would equal its bias's
    assert loss[0] == pytest.approx(0.8775, abs=1e-4)


def test_second_traced_example_switches_one_hidden_unit_off():
    network, (x, y) = nn.traced_network(), nn.traced_example_off()
    trace, gradients = walk(network, x, y)
    assert ((trace.pre_activations[0] > 0) == [[False, True]]).all()
    dW1, db1, dW2, _ = gradients.parameters
    assert (dW1[0] == 0).all()
    assert db1[0] == 0
    assert (dW2[:, 0] == 0).all()
    alive = np.concatenate([dW1[1], db1[1:], dW2[:, 1], x[0], trace.logits[0]])
    assert np.diff(np.sort(alive)).min() > 0.02
    assert abs(gradients.activations[0][0, 0]) > 0.1  # only the slope of ReLU stops it


def test_traced_arrays_are_new_each_time():
    nn.traced_network().weights[0][:] = 0
    nn.traced_example()[0][:] = 0
    assert nn.traced_network().weights[0].all()
    assert nn.traced_example()[0].all()


# ---- stability ----


@pytest.mark.parametrize("size", [1e3, 1e30, 1e300])
def test_huge_logits_stay_finite(size):
    z = np.array([[size, 0.0, -size]])
    np.testing.assert_array_equal(nn.softmax(z), [[1, 0, 0]])
    assert np.isfinite(nn.log_softmax(z)).all()
    np.testing.assert_array_equal(nn.sigmoid(z), [[1, 0.5, 0]])
    np.testing.assert_array_equal(nn.sigmoid_slope(z), [[0, 0.25, 0]])
    assert nn.cross_entropy(z, np.array([0])) == 0
    assert nn.cross_entropy(z, np.array([2])) == 2 * size
    assert nn.log_loss_with_logits(z[:, :1], np.array([[0.0]])) == size
    np.testing.assert_array_equal(nn.cross_entropy_gradient(z, np.array([2])), [[1, 0, -1]])


def test_shifting_all_logits_changes_nothing():
    z, y = np.array([[1.0, 2.0, 4.0]]), np.array([1])
    np.testing.assert_allclose(nn.softmax(z + 1000), nn.softmax(z))
    assert nn.cross_entropy(z + 1000, y) == pytest.approx(nn.cross_entropy(z, y))


def test_log_of_zero_costs_a_hundred_in_both_precisions():
    for dtype in (np.float64, np.float32):
        p: Array = np.array([0, 1], dtype)
        y: Array = np.array([1, 0], dtype)
        assert nn.log_loss(p, y) == pytest.approx(100, abs=0.1)
        assert np.isfinite(nn.log_loss_gradient(p, y)).all()


def test_small_probabilities_keep_their_digits():
    z = np.array([-40.0])
    assert nn.sigmoid(z)[0] == pytest.approx(np.exp(-40.0), rel=1e-12)
    assert nn.log_loss_with_logits(-z, np.ones(1)) == pytest.approx(np.exp(-40.0), rel=1e-12)


# ---- dtype ----


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("activation", list(nn.ACTIVATIONS))
def test_dtype_follows_the_inputs(dtype, activation):
    rng = np.random.default_rng(0)
    mlp = nn.MLP.random((3, 4, 2), rng, activation, dtype)
    x, y = rng.normal(size=(5, 3)).astype(dtype), rng.integers(0, 2, 5)
    trace, gradients = walk(mlp, x, y)
    for optimiser in (nn.SGD(mlp.parameters, 0.1, 0.9), nn.Adam(mlp.parameters)):
        optimiser.step(gradients.parameters)
    arrays = [
        *trace.activations,
        *trace.pre_activations,
        *gradients.parameters,
        *gradients.activations,
        *mlp.parameters,
        mlp.probabilities(x),
        nn.log_softmax(x),
        nn.log_softmax_backward(x, x),
        nn.softmax_backward(x, x),
        nn.squared_error_gradient(x, x),
        nn.log_loss_gradient(nn.sigmoid(x), (x > 0).astype(x.dtype)),
        nn.log_loss_with_logits_gradient(x, (x > 0).astype(x.dtype)),
    ]
    assert {a.dtype for a in arrays} == {np.dtype(dtype)}


# ---- data, initialisers, metrics ----


def test_minibatches_give_every_row_once_in_an_order_the_seed_fixes():
    x, y = np.arange(10.0)[:, None], np.arange(10)
    batches = list(nn.minibatches(x, y, 4, np.random.default_rng(1)))
    again = list(nn.minibatches(x, y, 4, np.random.default_rng(1)))
    other = list(nn.minibatches(x, y, 4, np.random.default_rng(2)))
    assert [len(b) for b, _ in batches] == [4, 4, 2]
    assert all((b[:, 0] == labels).all() for b, labels in batches)
    order = np.concatenate([labels for _, labels in batches])
    assert sorted(order) == list(range(10))
    assert (order == np.concatenate([labels for _, labels in again])).all()
    assert (order != np.concatenate([labels for _, labels in other])).any()


def test_initialisers_have_the_published_spread():
    rng = np.random.default_rng(0)
    assert nn.he(400, 300, rng).std() == pytest.approx(np.sqrt(2 / 300), rel=0.02)
    W = nn.glorot(400, 300, rng)
    assert np.abs(W).max() <= np.sqrt(6 / 700)
    assert W.std() == pytest.approx(np.sqrt(2 / 700), rel=0.02)


def test_same_seed_same_network():
    first, second = (nn.MLP.random((3, 4, 2), np.random.default_rng(5)) for _ in range(2))
    assert all((a == b).all() for a, b in zip(first.parameters, second.parameters, strict=True))


def test_two_moons_lie_where_the_reference_has_them():
    x, y = nn.two_moons(400, 0.0, np.random.default_rng(0))
    assert (np.bincount(y) == 200).all()
    np.testing.assert_allclose(np.hypot(*x[y == 0].T), 1)
    np.testing.assert_allclose(np.hypot(*(x[y == 1] - [1, 0.5]).T), 1)
    assert (x[y == 0][:, 1] >= 0).all()
    assert (x[y == 1][:, 1] <= 0.5).all()


def test_each_column_is_standardized_by_its_own_mean_and_deviation():
    x = np.array([[1.0, 300.0], [3.0, 100.0], [1.0, 100.0], [3.0, 300.0]])
    right = np.array([[-1.0, 1.0], [1.0, -1.0], [-1.0, -1.0], [1.0, 1.0]])
    np.testing.assert_allclose(nn.standardize(x), right)
    assert x[0, 1] == 300


def test_metrics():
    predicted, y = np.array([0, 1, 1, 2]), np.array([0, 1, 2, 2])
    assert nn.accuracy(predicted, y) == 0.75
    np.testing.assert_array_equal(
        nn.confusion_matrix(predicted, y, 3), [[1, 0, 0], [0, 1, 0], [0, 1, 1]]
    )


def test_calibration_of_bins_that_can_be_followed_by_hand():
    confidence = np.array([0.5, 0.55, 0.95, 0.95, 0.95, 1.0])
    right = np.array([True, False, True, True, False, True])
    low, high = (
        nn.calibration_bins(confidence, right, 2)[0],
        nn.calibration_bins(confidence, right, 10),
    )
    assert (low.low, low.high, low.count) == (0.5, 1, 6)
    assert [b.count for b in high] == [2, 4]  # 1.0 lies in the last bin
    assert (high[0].confidence, high[0].accuracy) == (pytest.approx(0.525), 0.5)
    assert (high[1].confidence, high[1].accuracy) == (pytest.approx(0.9625), 0.75)
    error = nn.expected_calibration_error(confidence, right, 10)
    assert error == pytest.approx((2 * 0.025 + 4 * 0.2125) / 6)


def test_answers_that_are_as_good_as_they_claim_are_calibrated():
    rng = np.random.default_rng(1)
    confidence = rng.uniform(0.1, 1, 200_000)
    right = rng.uniform(size=200_000) < confidence
    assert nn.expected_calibration_error(confidence, right) < 0.01
    boasting = np.minimum(1, confidence + 0.2)
    assert nn.expected_calibration_error(boasting, right) > 0.1


@pytest.mark.parametrize(
    ("confidence", "message"), [([np.nan], "probabilities"), ([1.5], "probabilities"), ([], "one")]
)
def test_confidences_are_probabilities(confidence, message):
    right = np.zeros(len(confidence), bool)
    with pytest.raises(ValueError, match=message):
        nn.expected_calibration_error(np.array(confidence), right)


def test_one_hot():
    np.testing.assert_array_equal(nn.one_hot(np.array([2, 0]), 3), [[0, 0, 1], [1, 0, 0]])


# ---- learning ----


def train(mlp, optimiser, x, y, epochs):
    rng = np.random.default_rng(0)
    for _ in range(epochs):
        for batch, labels in nn.minibatches(x, y, 32, rng):
            _, gradients = walk(mlp, batch, labels)
            optimiser.step(gradients.parameters)
    return nn.accuracy(mlp.predict(x), y)


def test_xor_is_learned_by_a_hidden_layer_and_not_without():
    x, y = nn.xor()
    deep = nn.MLP.random((2, 4, 2), np.random.default_rng(1), "tanh")
    flat = nn.MLP.random((2, 2), np.random.default_rng(1))
    linear = nn.MLP.random((2, 4, 2), np.random.default_rng(1), "identity")
    assert train(deep, nn.SGD(deep.parameters, 0.5, 0.9), x, y, 300) == 1
    assert train(flat, nn.SGD(flat.parameters, 0.5, 0.9), x, y, 300) <= 0.75
    assert train(linear, nn.SGD(linear.parameters, 0.5, 0.9), x, y, 300) <= 0.75


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_two_moons_are_learned(dtype):
    x, y = nn.two_moons(300, 0.1, np.random.default_rng(0))
    x = x.astype(dtype)
    mlp = nn.MLP.random((2, 16, 16, 2), np.random.default_rng(0), dtype=dtype)
    assert train(mlp, nn.Adam(mlp.parameters, 0.01), x, y, 60) > 0.99
    fresh, labels = nn.two_moons(300, 0.1, np.random.default_rng(9))
    assert nn.accuracy(mlp.predict(fresh.astype(dtype)), labels) > 0.98


# ---- depth ----


def test_two_linear_layers_are_one():
    rng = np.random.default_rng(0)
    two = nn.MLP.random((3, 5, 2), rng, "identity")
    two.biases[:] = [rng.normal(size=b.shape) for b in two.biases]
    (W1, W2), (b1, b2), x = two.weights, two.biases, rng.normal(size=(7, 3))
    W, b = nn.collapse(W1, b1, W2, b2)
    assert (W.shape, b.shape) == ((2, 3), (2,))
    np.testing.assert_allclose(nn.linear(x, W, b), two.forward(x).logits)


@pytest.mark.parametrize("activation", list(nn.ACTIVATIONS))
def test_the_slopes_of_a_chain_are_what_nudging_its_input_measures(activation):
    weights, x = [0.5, 2.0, -1.5, 0.8], np.array([-0.7])
    chain = nn.chain(x[0], weights, activation)
    for layer, product in enumerate(chain.products):

        def a(x, layer=layer):
            return nn.chain(x[0], weights, activation).activations[layer]

        measured = nn.numerical_gradient(a, x)
        assert product == pytest.approx(measured[0], abs=1e-9)
    np.testing.assert_array_equal(
        chain.slopes, nn.ACTIVATIONS[activation][1](chain.pre_activations)
    )


@pytest.mark.parametrize("k", [1, 2, 7])
def test_relus_join_points_by_straight_pieces(k):
    rng = np.random.default_rng(k)
    x, y = np.cumsum(rng.uniform(0.1, 2, k + 1)), rng.normal(size=k + 1)
    network = nn.relu_through(x, y)
    assert [W.shape for W in network.weights] == [(k, 1), (1, k)]
    between = np.linspace(x[0], x[-1], 50)
    output = network.forward(between[:, None]).logits[:, 0]
    np.testing.assert_allclose(output, np.interp(between, x, y), atol=1e-12)


def test_dead_units_are_zero_for_every_example():
    z = np.array([[-1.0, -1.0, 2.0, 0.0], [-3.0, 0.5, 1.0, -1.0]])
    np.testing.assert_array_equal(nn.dead_units(z), [True, False, False, True])


def test_leaky_relu_and_its_slope():
    z = np.array([[-2.0, 0.0, 3.0]], np.float32)
    np.testing.assert_allclose(nn.leaky_relu(z), [[-0.02, 0, 3]])
    np.testing.assert_allclose(nn.leaky_relu_slope(z), [[0.01, 0.01, 1]])
    assert nn.leaky_relu(z).dtype == nn.leaky_relu_slope(z).dtype == np.float32
    np.testing.assert_allclose(nn.leaky_relu_slope(z, 0.2), [[0.2, 0.2, 1]])


# ---- errors ----

A23, A34, A32 = np.ones((2, 3)), np.ones((3, 4)), np.ones((3, 2))
V2, V3 = np.ones(2), np.ones(3)
Y2 = np.array([0, 1])


@pytest.mark.parametrize(
    ("call", "shapes"),
    [
        (lambda: nn.matmul(A23, A23), [(2, 3), (2, 3)]),
        (lambda: nn.matmul(V3, A34), [(3,), (3, 4)]),
        (lambda: nn.linear(A23, A32, V3), [(2, 3), (3, 2)]),
        (lambda: nn.linear(V3, A23, V2), [(3,), (2, 3)]),
        (lambda: nn.linear(A23, A23, V3), [(3,), (2, 3)]),
        (lambda: nn.linear_backward(A23, A34, A23), [(3, 2), (3, 4)]),
        (lambda: nn.softmax_backward(A23, A32), [(2, 3), (3, 2)]),
        (lambda: nn.log_softmax_backward(A23, A32), [(2, 3), (3, 2)]),
        (lambda: nn.log_loss(V3, A32), [(3,), (3, 2)]),
        (lambda: nn.log_loss_gradient(V3, V2), [(3,), (2,)]),
        (lambda: nn.log_loss_with_logits(V3, V2), [(3,), (2,)]),
        (lambda: nn.log_loss_with_logits_gradient(V3, V2), [(3,), (2,)]),
        (lambda: nn.squared_error(V3, V2), [(3,), (2,)]),
        (lambda: nn.squared_error_gradient(V3, V2), [(3,), (2,)]),
        (lambda: nn.cross_entropy(A32, Y2), [(3, 2), (2,)]),
        (lambda: nn.cross_entropy_gradient(V2, Y2), [(2,), (2,)]),
        (lambda: nn.accuracy(Y2, Y2[:1]), [(2,), (1,)]),
        (lambda: nn.confusion_matrix(Y2, Y2[:1], 2), [(2,), (1,)]),
        (lambda: nn.relative_error(A23, A32), [(2, 3), (3, 2)]),
        (lambda: nn.cosine_similarity(A23, A34), [(2, 3), (4, 3)]),
        (lambda: nn.collapse(A23, V2, A34, V3), [(3, 4), (2, 3)]),
        (lambda: nn.relu_through(V2, V3), [(2,), (3,)]),
        (lambda: list(nn.minibatches(A32, Y2, 1, np.random.default_rng())), [(3, 2), (2,)]),
        (lambda: nn.MLP([A23, A23], [V2, V2]), [(2, 3), (2, 3)]),
        (lambda: nn.MLP([A23], [V3]), [(2, 3), (3,)]),
        (lambda: nn.traced_network().forward(A23), [(2, 3), (2, 2)]),
        (lambda: nn.SGD([A23], 0.1).step([A32]), [(2, 3), (3, 2)]),
        (lambda: nn.Adam([A23]).step([A32]), [(2, 3), (3, 2)]),
    ],
)
def test_wrong_shapes_are_named(call, shapes):
    with pytest.raises(ValueError, match=".*".join(re.escape(str(s)) for s in shapes)):
        call()


def test_backward_refuses_a_gradient_of_another_batch():
    network, (x, _) = nn.traced_network(), nn.traced_example()
    with pytest.raises(ValueError, match=re.escape("grad_logits (2, 2) and logits (1, 2)")):
        network.backward(network.forward(x), np.ones((2, 2)))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: nn.cross_entropy(A32, np.array([0, 1, 2])), "0 to 2.*classes 0 to 1"),
        (lambda: nn.cross_entropy(A32, np.array([0, -1, 1])), "-1 to 1"),
        (lambda: nn.cross_entropy(A32, cast("Any", V3)), "integers, got float64"),
        (lambda: nn.one_hot(np.array([3]), 3), "3 to 3.*classes 0 to 2"),
        (lambda: nn.confusion_matrix(Y2, Y2 + 1, 2), "1 to 2"),
        (lambda: nn.accuracy(Y2[:0], Y2[:0]), "no labels"),
        (lambda: list(nn.minibatches(A23, Y2, 0, np.random.default_rng())), "at least 1"),
        (lambda: nn.MLP([A23], [V2], "softplus"), "'softplus'.*relu"),
        (lambda: nn.MLP([A23], []), "1 weights and 0 biases"),
        (lambda: nn.SGD([A23], 0.1).step([]), "1 parameters but 0 gradients"),
        (lambda: nn.standardize(np.array([[0.0, 5.0], [1.0, 5.0]])), "column 1 of x never changes"),
        (lambda: nn.cosine_similarity(A23, 0 * A23), "a row of zeros has no direction"),
    ],
)
def test_other_wrong_inputs_are_explained(call, message):
    with pytest.raises(ValueError, match=message):
        call()


# ---- the perceptron ----

GATE = nn.xor()[0]
AND, OR = np.array([0, 0, 0, 1]), np.array([0, 1, 1, 1])


def test_step_answers_1_on_the_boundary():
    z = np.array([[-0.5, 0.0], [2.0, -0.0]], np.float32)
    answers = nn.step(z)
    assert answers.dtype == np.float32
    np.testing.assert_array_equal(answers, [[0, 1], [1, 1]])


def test_a_neuron_is_one_row_of_a_layer():
    network, (x, _) = nn.traced_network(), nn.traced_example()
    z = nn.linear(x, network.weights[0], network.biases[0])
    for i in range(2):
        w, b = network.weights[0][i], float(network.biases[0][i])
        np.testing.assert_array_equal(nn.neuron(x, w, b), z[:, i])


@pytest.mark.parametrize(
    ("x", "y", "new_w", "new_b", "error"),
    [
        ([1.0, 2.0], 0, [1.0, -2.0], 0.5, 0),  # z = 1 - 4 + 0.5 < 0: answered 0
        ([1.0, 2.0], 1, [1.5, -1.0], 1.0, 1),
        ([1.0, -2.0], 1, [1.0, -2.0], 0.5, 0),
        ([1.0, -2.0], 0, [0.5, -1.0], 0.0, -1),
    ],
)
def test_a_perceptron_step_moves_only_on_a_mistake(x, y, new_w, new_b, error):
    w = np.array([1.0, -2.0])
    moved, bias, e = nn.perceptron_step(w, 0.5, np.array(x), y, 0.5)
    np.testing.assert_array_equal(moved, new_w)
    assert (bias, e) == (new_b, error)
    np.testing.assert_array_equal(w, [1.0, -2.0])


@pytest.mark.parametrize("y", [AND, OR])
def test_the_perceptron_learns_what_a_line_separates(y):
    w, b, mistakes = nn.perceptron_train(GATE, y, 0.5)
    np.testing.assert_array_equal(nn.step(nn.neuron(GATE, w, b)), y)
    assert mistakes[-1] == 0
    assert 0 not in mistakes[:-1]
    steps = nn.perceptron_history(GATE, y, 0.5)
    assert sum(mistakes) == sum(abs(one.error) for one in steps)
    assert len(steps) == len(mistakes) * len(GATE)
    for one, after in itertools.pairwise(steps):
        np.testing.assert_array_equal(one.new_w, after.w)
        assert one.new_b == after.b


def test_from_zero_the_learning_rate_only_scales():
    w, b, mistakes = nn.perceptron_train(GATE, AND, 1.0)
    half_w, half_b, same_mistakes = nn.perceptron_train(GATE, AND, 0.5)
    np.testing.assert_array_equal(half_w, w / 2)
    assert half_b == b / 2
    assert same_mistakes == mistakes


def test_on_xor_the_perceptron_goes_round_in_a_circle():
    x, y = nn.xor()
    steps = nn.perceptron_history(x, y, 0.5, 50)
    assert len(steps) == 200
    first, second = nn.perceptron_cycle(steps)
    for one, again in zip(steps[first:], steps[second:], strict=False):
        np.testing.assert_array_equal(one.w, again.w)
        assert (one.b, one.row, one.error) == (again.b, again.row, again.error)
    assert nn.perceptron_cycle(steps[:second]) is None
    assert any(one.error for one in steps[first:second])


def test_the_bound_holds():
    rng = np.random.default_rng(1)
    for _ in range(20):
        w, b = rng.normal(size=3), float(rng.normal())
        x = rng.normal(size=(30, 3))
        y = nn.step(nn.neuron(x, w, b)).astype(int)
        _, _, mistakes = nn.perceptron_train(x, y, 0.3, 100_000)
        assert mistakes[-1] == 0
        assert sum(mistakes) <= nn.perceptron_bound(x, y, w, b)
    with pytest.raises(ValueError, match="does not separate"):
        nn.perceptron_bound(*nn.xor(), np.array([1.0, 1.0]), -0.5)


def test_the_boundary_as_a_line():
    w, point = np.array([3.0, -4.0]), np.array([2.0, 1.0])
    b = nn.boundary_bias(w, point)
    assert nn.neuron(point[None, :], w, b) == 0
    x = np.array([[0.0, 0.0], [5.0, 1.0], [2.0, 1.0]])
    distance, nearest = nn.boundary_distance(x, w, b), nn.boundary_nearest(x, w, b)
    np.testing.assert_allclose(nn.neuron(nearest, w, b), 0, atol=1e-12)
    np.testing.assert_allclose(np.linalg.norm(x - nearest, axis=1), np.abs(distance))
    assert distance[0] == pytest.approx(b / 5)  # the origin lies b / |w| away
    np.testing.assert_allclose((x - nearest) @ [4.0, 3.0], 0, atol=1e-12)  # along w


def test_nothing_to_learn_from_is_refused():
    x, y = nn.xor()
    for arguments in ((x[:0], y[:0]), (x, y[:3]), (x, y, 1.0, 0)):
        with pytest.raises(ValueError, match="perceptron"):
            nn.perceptron_history(*arguments)
