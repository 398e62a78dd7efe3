"""The quiz's items: 200 seeds each, and every wrong number recomputed by the mistake it names.

The formulas below are plain Python and start from the numbers in the stem: what the learner reads
is enough to get the key, and the named mistake, made on the same numbers, gives the wrong option.
"""

import math
import re
import tomllib
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest

from builder.pages.content import of_language
from builder.pages.quiz_figures import check_state
from course.lessons import lesson_folder, lessons_folder, load, page_folders, slug_of
from course.quiz.fair import refuse_telling_lengths
from course.quiz.items import (
    Bug,
    Choice,
    Item,
    Numeric,
    Order,
    Place,
    Several,
    check_item,
    load_items,
    options,
    texts,
)
from course.quiz.printed import FENCED

SEEDS = 200
SOURCES = [one for folder in page_folders(lessons_folder()) for one in load_items(folder)]
NAMED = {source.name: source for source in SOURCES}
GOALS = {"perceptron": 5, "activations": 7, "forward": 7, "backprop": 6, "loss": 6}
BESIDE = {"arrays": 4}  # goals of pages without a number, which ask fewer questions
KINDS = (Choice, Several, Numeric, Order, Place, Bug)

NUMBER = re.compile(r"(?<![\w.])[−-]?\d+(?:\.\d+)?")
POWER = re.compile(r"(\S+) · \$10\^\{(-?\d+)\}\$")


def numbers(text: str) -> list[float]:
    """Return the numbers of a text, without those of its mathematics and of names such as W1."""
    text = POWER.sub(lambda found: f"{float(found[1]) * 10 ** int(found[2]):.12f}", text)
    plain = re.sub(r"\$[^$]*\$", " ", text)
    return [float(one.replace("−", "-")) for one in NUMBER.findall(plain)]


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def slope(z: float) -> float:
    return sigmoid(z) * (1 - sigmoid(z))


def softmax(z: list[float]) -> list[float]:
    total = sum(math.exp(one) for one in z)
    return [math.exp(one) / total for one in z]


def dot(a: list[float], b: list[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def subscript(stem: str, of: str) -> int:
    """Return which neuron a stem asks about, from 0: of z^{(1)}, it asks for z^{(1)}_2."""
    return int(re.findall(re.escape(of) + r"_(\d)", stem)[-1]) - 1


def largest(values: list[float]) -> int:
    return values.index(max(values))


# ---- What each mistake makes of the numbers in the stem; "" is the right way.


def arrays_count_from_zero(n, stem):
    i, j = map(int, re.search(r"x\[(\d), (\d)\]", stem).groups())
    x = [n[:3], n[3:6], n[6:9]]
    return {
        "": x[i][j],
        "indices-swapped": x[j][i],
        "counted-from-one": x[i - 1][j - 1],
    }


def arrays_row_times_column(n, stem):
    i, j = map(int, re.search(r"\[(\d), (\d)\]", stem).groups())
    x, W = [n[:2], n[2:4]], [n[4:6], n[6:8]]
    entries = [[dot(row, weights) for weights in W] for row in x]
    return {
        "": entries[i][j],
        "transpose-forgotten": dot(x[i], [W[0][j], W[1][j]]),
        "other-entry": entries[j][i] if i != j else entries[1 - i][1 - j],
        "elementwise": x[i][j] * W[i][j],
    }


def arrays_pick_per_row(n, _):
    z, y = [n[:3], n[3:6], n[6:9]], [int(column) for column in n[9:12]]
    return {
        "": [row[column] for row, column in zip(z, y, strict=True)],
        "largest-picked": [max(row) for row in z],
        "indices-swapped": [z[column][row] for row, column in enumerate(y)],
        "counted-from-one": [row[column - 1] for row, column in zip(z, y, strict=True)],
    }


def perceptron_neuron_answer(n, _):
    w, x = n[:2], n[2:4]
    assert n[4] == 1, "the answer that is asked for"
    return {
        "": -dot(w, x),
        "sign": dot(w, x),
        "answer-for-z": 1 - dot(w, x),
        "one-product": -w[0] * x[0],
        "weights-added": -sum(w) - sum(x),
    }


def perceptron_sum(n, _):
    w, b, x = n[:3], n[3], n[4:]
    return {
        "": dot(w, x) + b,
        "bias-forgotten": dot(w, x),
        "bias-subtracted": dot(w, x) - b,
        "weights-reversed": dot(w[::-1], x) + b,
        "weights-added": sum(w) + sum(x) + b,
    }


def perceptron_on_the_line(n, _):
    z = dot(n[:2], n[3:]) + n[2]
    return {"": [float(z >= 0)], "boundary-excluded": [float(z > 0)], "sigmoid": [sigmoid(z)]}


def perceptron_crossing(n, _):
    w1, w2, b = n[:3]
    return {
        "": -b / w1,
        "sign": b / w1,
        "weights-swapped": -b / w2,
        "fraction-turned": -w1 / b,
        "bias-for-place": b,
    }


def perceptron_distance(n, _):
    x, w, b = n[:2], n[2:4], n[4]
    z, length = abs(dot(w, x) + b), math.hypot(*w)
    return {
        "": z / length,
        "not-divided": z,
        "root-forgotten": z / (w[0] ** 2 + w[1] ** 2),
        "length-as-a-sum": z / (abs(w[0]) + abs(w[1])),
        "bias-forgotten": abs(dot(w, x)) / length,
    }


def perceptron_step(n, stem):
    w, b, x, y, rate = n[:2], n[2], n[3:5], n[5], n[6]
    k = 1 if "second weight" in stem else 0
    e = y - (dot(w, x) + b >= 0)
    return {
        "": w[k] + rate * e * x[k],
        "learning-rate-left-out": w[k] + e * x[k],
        "sign-of-update": w[k] - rate * e * x[k],
        "input-forgotten": w[k] + rate * e,
        "other-input": w[k] + rate * e * x[1 - k],
    }


def perceptron_right_answer(n, _):
    w, b, x, y, rate = n[:2], n[2], n[3:5], n[5], n[6]
    z = dot(w, x) + b
    assert y == (z >= 0)

    def moved(e, bias_only=False):
        return [
            *(v + (0 if bias_only else rate * e * u) for v, u in zip(w, x, strict=True)),
            b + rate * e,
        ]

    way = 1 if y else -1
    return {
        "": moved(0),
        "updated-when-right": moved(way),
        "bias-updated-when-right": moved(way, bias_only=True),
        "error-from-z": moved(y - z),
    }


def perceptron_xor_score(n, _):
    w, b = n[:2], n[2]
    points = [([0.0, 0.0], 0), ([0.0, 1.0], 1), ([1.0, 0.0], 1), ([1.0, 1.0], 0)]

    def score(bias, wanted):
        return sum((dot(w, x) + bias >= 0) == wanted(x, y) for x, y in points)

    return {
        "": score(b, lambda x, y: y),
        "bias-forgotten": score(0, lambda x, y: y),
        "or-for-xor": score(b, lambda x, y: max(x)),
    }


def perceptron_misread_images(n, _):
    rate, added, subtracted, inked, also = n[3], n[4], n[5], n[7], n[8]
    assert (n[:3], n[6], n[9]) == ([1, 0, 0], 1, 0)
    return {
        "": rate * (inked - also),
        "learning-rate-left-out": inked - also,
        "sign-of-update": rate * (also - inked),
        "always-added": rate * (inked + also),
        "input-forgotten": rate * (added - subtracted),
    }


def perceptron_tiny_image(n, _):
    w, b, x = n[2:8], n[8], n[9:15]
    return {
        "": dot(w, x) + b,
        "bias-forgotten": dot(w, x),
        "ink-ignored": sum(w) + b,
        "paper-for-ink": dot(w, [1 - one for one in x]) + b,
        "lines-swapped": dot(w, x[3:] + x[:3]) + b,
    }


def activations_fold_weight(n, stem):
    A, B = [n[:2], n[2:4]], [n[4:6], n[6:8]]
    i = 0 if "first output" in stem else 1
    j = 0 if "first input" in stem else 1
    return {
        "": B[i][0] * A[0][j] + B[i][1] * A[1][j],
        "element-by-element": B[i][j] * A[i][j],
        "product-order": A[i][0] * B[0][j] + A[i][1] * B[1][j],
        "weights-added": A[i][j] + B[i][j],
        "one-path": B[i][0] * A[0][j],
    }


def activations_fold_bias(n, _):
    b1, W, b2 = n[:2], [n[2:4], n[4:6]], n[6:8]
    return {
        "": [dot(row, b1) + b for row, b in zip(W, b2, strict=True)],
        "biases-added": [b + c for b, c in zip(b1, b2, strict=True)],
        "b2-forgotten": [dot(row, b1) for row in W],
        "relu-on-b1": [dot(row, [max(0, b) for b in b1]) + c for row, c in zip(W, b2, strict=True)],
        "b1-forgotten": b2,
    }


def activations_relu(n, _):
    return {
        "": [max(0, z) for z in n],
        "absolute-value": [abs(z) for z in n],
        "slope-for-value": [float(z > 0) for z in n],
        "mask-inverted": [min(0, z) for z in n],
        "relu-left-out": n,
    }


def activations_slope_from_a(n, _):
    a = n[0]
    return {
        "": a * (1 - a),
        "factor-missing": 1 - a,
        "tanh-slope": 1 - a * a,
        "sigmoid-twice": slope(a),
    }


def activations_slope_from_z(n, _):
    z = n[0]
    return {
        "": slope(z),
        "z-one-minus-z": z * (1 - z),
        "sigmoid-itself": sigmoid(z),
        "tanh-slope": 1 - math.tanh(z) ** 2,
    }


def activations_chain(n, _):
    w, s = n[0], n[1:]
    return {
        "": math.prod(w * one for one in s),
        "weights-left-out": math.prod(s),
        "added": sum(w * one for one in s),
        "weight-once": w * math.prod(s),
        "last-layer-only": w * s[-1],
    }


def activations_vanish(n, _):
    layers = int(n[0])
    return {
        "": [0.25**layers],
        "value-for-slope": [0.5**layers],
        "divided-by-layers": [0.25 / layers],
        "last-layer-only": [0.25],
    }


def forward_hidden_sum(n, stem):
    W, b, x, k = [n[:2], n[2:4]], n[4:6], n[6:8], subscript(stem, "z^{(1)}")
    return {
        "": dot(W[k], x) + b[k],
        "bias-forgotten": dot(W[k], x),
        "weights-transposed": dot([row[k] for row in W], x) + b[k],
        "other-neuron": dot(W[1 - k], x) + b[1 - k],
    }


def forward_logit(n, stem):
    A, B, b, c, x = [n[:2], n[2:4]], [n[4:6], n[6:8]], n[8:10], n[10:12], n[12:14]
    k = subscript(stem, "z^{(2)}")
    z = [dot(row, x) + one for row, one in zip(A, b, strict=True)]
    a = [max(0, one) for one in z]
    return {
        "": dot(B[k], a) + c[k],
        "relu-forgotten": dot(B[k], z) + c[k],
        "other-output": dot(B[1 - k], a) + c[1 - k],
        "output-bias-forgotten": dot(B[k], a),
        "output-weights-transposed": dot([row[k] for row in B], a) + c[k],
    }


def forward_probability(n, _):
    z, k = n[:2], int(n[4])
    p = softmax(z)
    return {
        "": p[k],
        "other-class": p[1 - k],
        "sigmoid": sigmoid(z[k]),
        "softmax-not-divided": math.exp(z[k]),
        "shares-without-exp": z[k] / sum(z),
    }


def forward_labels(n, _):
    z = [n[:3], n[3:6], n[6:9]]
    down = [list(column) for column in zip(*z, strict=True)]
    return {
        "": [largest(row) for row in z],
        "wrong-axis": [largest(column) for column in down],
        "counted-from-one": [largest(row) + 1 for row in z],
        "least-likely": [row.index(min(row)) for row in z],
        "sign-ignored": [largest([abs(one) for one in row]) for row in z],
    }


def forward_square(n, _):
    W, b, x = [n[:2], n[2:4]], n[4:6], n[6:8]
    down = [list(column) for column in zip(*W, strict=True)]
    return {
        "": [dot(one, x) + c for one, c in zip(down, b, strict=True)],
        "transpose-makes-no-difference": [dot(one, x) + c for one, c in zip(W, b, strict=True)],
        "bias-forgotten": [dot(one, x) for one in down],
    }


def forward_count(n, _):
    a, b, c = n
    weights = a * b + b * c
    return {
        "": weights + b + c,
        "biases-forgotten": weights,
        "input-biases": weights + a + b + c,
        "one-bias-per-layer": weights + 2,
        "first-layer-only": a * b + b,
    }


def forward_count_deep(n, _):
    a, _, c, d = n
    return {
        "": a + 1 + c,
        "outgoing-forgotten": a + 1,
        "bias-forgotten": a + c,
        "next-but-one-layer": a + 1 + c + d,
        "bias-alone": 1,
    }


def forward_filter_sum(n, _):
    ink, w, b = n[:9], n[9:18], n[18]
    turned = [w[3 * column + row] for row in range(3) for column in range(3)]
    return {
        "": dot(ink, w) + b,
        "bias-forgotten": dot(ink, w),
        "flipped": dot(ink, w[::-1]) + b,
        "filter-transposed": dot(ink, turned) + b,
        "bias-per-weight": dot(ink, w) + 9 * b,
    }


def forward_filter_positions(n, _):
    size, _, height, width = n
    down, across = height - size + 1, width - size + 1
    return {
        "": down * across,
        "padded": height * width,
        "one-step-short": (down - 1) * (across - 1),
        "one-step-too-far": (down + 1) * (across + 1),
        "jumped": (height // size) * (width // size),
        "rows-alone": down,
    }


def forward_filter_weights(n, _):
    filters, size, side = n[0], n[1], n[3]
    one = size * size + 1
    return {
        "": filters * one,
        "biases-forgotten": filters * size * size,
        "one-bias-per-layer": filters * size * size + 1,
        "weight-per-pixel": filters * (side * side + 1),
        "weights-per-position": filters * one * (side - size + 1) ** 2,
        "one-filter": one,
    }


def forward_pooled(n, stem):
    rows = [n[4 * row : 4 * row + 4] for row in range(4)]
    down, right = "bottom" in stem, "right" in stem
    block = [rows[2 * down + k][2 * right + j] for k in (0, 1) for j in (0, 1)]
    return {
        "": max(block),
        "mean-for-largest": sum(block) / 4,
        "sum-for-largest": sum(block),
        "largest-of-all": max(n),
        "blocks-overlap": max(rows[down + k][right + j] for k in (0, 1) for j in (0, 1)),
    }


def backprop_logit_slope(n, _):
    p, y, k = n[:3], int(n[6]), int(n[7])
    return {
        "": p[k] - (y == k),
        "sign": (y == k) - p[k],
        "truth-forgotten": p[k],
        "truth-at-the-wrong-class": p[k] - 1,
        "softmax-slope-twice": p[k] * (1 - p[k]),
    }


def backprop_output_weight(n, _):
    j, k, w, a, d = int(n[0]) - 1, int(n[1]) - 1, n[2], n[3:5], n[5:7]
    return {
        "": d[k] * a[j],
        "weight-for-activation": d[k] * w,
        "other-neuron": d[k] * a[1 - j],
        "other-output": d[1 - k] * a[j],
    }


def backprop_add_paths(n, stem):
    W, d, j = [n[:2], n[2:4]], n[4:6], subscript(stem, "da^{(1)}")
    return {
        "": d[0] * W[0][j] + d[1] * W[1][j],
        "one-path": d[0] * W[0][j],
        "weights-transposed": dot(d, W[j]),
        "paths-subtracted": d[0] * W[0][j] - d[1] * W[1][j],
    }


def backprop_through_relu(n, _):
    z, d = n[:3], n[3:6]
    return {
        "": [one * (u > 0) for u, one in zip(z, d, strict=True)],
        "mask-missing": d,
        "relu-of-upstream": [max(0, one) for one in d],
        "mask-inverted": [one * (u <= 0) for u, one in zip(z, d, strict=True)],
        "value-for-slope": [one * max(0, u) for u, one in zip(z, d, strict=True)],
    }


def backprop_bias_gradient(n, _):
    size, d = int(n[0]), n[1:]
    assert len(d) == size
    assert all(abs(one) <= 1 / size for one in d), "p − Y is between −1 and 1"
    return {
        "": sum(d),
        "divided-twice": sum(d) / size,
        "bias-of-the-first-row": d[0],
        "signs-lost": sum(abs(one) for one in d),
    }


def backprop_measured(n, _):
    w, h, below, low, here, _, above, high = n
    assert math.isclose(high - w, h) and math.isclose(w - low, h)
    return {
        "": (above - below) / (high - low),
        "one-sided": (above - here) / (high - w),
        "one-sided-below": (here - below) / (w - low),
        "divided-by-h": (above - below) / (high - w),
        "not-divided": above - below,
        "sign": (below - above) / (high - low),
    }


def backprop_update(n, _):
    w, g, rate = n
    return {
        "": w - rate * g,
        "sign-of-update": w + rate * g,
        "learning-rate-left-out": w - g,
        "step-alone": -rate * g,
        "weight-multiplied": w - rate * g * w,
    }


def backprop_slope_size(n, stem):
    slope, size = n
    change = -size if "You lower" in stem else size
    return {
        "": slope * change,
        "sign": -slope * change,
        "slope-alone": slope,
        "change-alone": change,
        "divided": slope / change,
    }


def backprop_valley_steps(n, _):
    w, rate = n[-2:]
    once = w - rate * 2 * w
    return {
        "": once - rate * 2 * once,
        "one-step": once,
        "old-slope": w - rate * 2 * w - rate * 2 * w,
        "factor-missing": (w - rate * w) - rate * (w - rate * w),
        "sign-of-update": (w + rate * 2 * w) + rate * 2 * (w + rate * 2 * w),
    }


def backprop_reset(n, _):
    rate, g, h = n[1:]
    return {
        "": -rate * (g + h),
        "reset-assumed": -rate * h,
        "sign-of-update": rate * (g + h),
        "learning-rate-left-out": -g - h,
        "both-updates": -rate * g - rate * (g + h),
    }


def backprop_torch_adds(n, _):
    return {"": n[1] + n[2], "gradients-replaced": n[2]} | {
        "reset-ignored": sum(n),
        "averaged": (n[1] + n[2]) / 2,
    }


def loss_torch_softmax(n, _):
    true = math.e / (math.e + n[0] - 1)
    return {"": -math.log(true), "softmax-once": 0.0} | {
        "equal-shares": math.log(n[0]),
        "logarithm-left-out": true,
    }


def loss_softmax(n, _):
    z, k = n[:3], int(n[3])
    assert n[4] == 0, "the first class"
    e = [math.exp(one) for one in z]
    return {
        "": softmax(z)[k],
        "sigmoid-per-class": sigmoid(z[k]),
        "own-power-left-out": e[k] / (sum(e) - e[k]),
        "other-class": softmax(z)[(k + 1) % 3],
        "added-before-exp": e[k] / math.exp(sum(z)),
    }


def loss_cross_entropy(n, _):
    p, t = n[3:6], int(n[6])
    return {
        "": -math.log(p[t]),
        "likeliest-class": -math.log(max(p)),
        "log2": -math.log2(p[t]),
        "log10": -math.log10(p[t]),
        "one-minus-p": 1 - p[t],
        "sign": math.log(p[t]),
    }


def loss_first_check(n, _):
    k = n[0]
    return {
        "": math.log(k),
        "log2": math.log2(k),
        "probability": 1 / k,
        "one-minus-p": 1 - 1 / k,
        "logit-for-loss": 0.0,
    }


def loss_softmax_twice(n, _):
    return {
        "": softmax(softmax(n[:3])),
        "softmax-once": softmax(n[:3]),
        "equal-shares": [1 / 3] * 3,
    }


def loss_gradient_row(n, _):
    p, t = n[3:6], int(n[6])
    right = [one - (k == t) for k, one in enumerate(p)]
    return {
        "": right,
        "sign": [-one for one in right],
        "one-hot-missing": p,
        "others-left-out": [one * (k == t) for k, one in enumerate(right)],
        "label-not-one-hot": [one - 1 for one in p],
    }


def loss_missing_slope(n, _):
    rest = sum(n)
    return {
        "": -rest,
        "slopes-for-probabilities": 1 - rest,
        "sign": rest,
        "truth-taken-off-twice": -rest - 1,
    }


def loss_batch_gradient(n, _):
    size, classes, p = n
    return {
        "": (p - 1) / size,
        "not-divided": p - 1,
        "sign": (1 - p) / size,
        "divided-by-all": (p - 1) / size / classes,
        "one-hot-missing": p / size,
    }


def loss_sure_mistake(n, _):
    classes, height = int(n[0]), n[1]
    p = softmax([height, *[0.0] * (classes - 1)])
    wanted = [float(k == 1) for k in range(classes)]
    bare = [2 * (one - y) for one, y in zip(p, wanted, strict=True)]
    weak = -p[1] * (bare[1] - dot(bare, p))
    strong = 1 - p[1]
    assert n[3] == 1, "the learning rate"
    return {
        "": [strong, weak],
        "losses-swapped": [weak, strong],
        "slope-at-p": [strong, -bare[1]],
        "same-error-same-push": [strong, strong],
    }


def loss_temperature(n, _):
    z, heat = n[:2], n[2]
    return {
        "": softmax([one / heat for one in z])[0],
        "temperature-left-out": softmax(z)[0],
        "multiplied": softmax([one * heat for one in z])[0],
        "softmax-before-temperature": softmax(z)[0] / heat,
    }


def loss_calibration_gap(n, _):
    c, said, right = [n[0], n[3]], [n[1], n[4]], [n[2], n[5]]
    gaps = [s - r for s, r in zip(said, right, strict=True)]
    sizes = [abs(gap) for gap in gaps]
    return {
        "": dot(c, sizes) / sum(c),
        "groups-not-weighted": sum(sizes) / 2,
        "gaps-cancel": abs(dot(c, gaps)) / sum(c),
        "largest-gap": max(sizes),
    }


def welcome_layer(n, _):
    (width, height, first, second, last) = n
    pixels = width * height
    return {
        "": first,
        "reads-the-pixels": pixels,
        "reads-its-own-layer": second,
        "reads-the-next-layer": last,
        "reads-everything-before": pixels + first,
    }


def activations_xor_bends(n, _):
    s, t, b = n[0], n[2], n[3]
    inputs = [(0, 0), (0, 1), (1, 0), (1, 1)]
    z = [value for x in inputs for value in (s * sum(x), t * sum(x) + b)]
    return {
        "": [max(0, one) for one in z],
        "relu-left-out": z,
        "absolute-value": [abs(one) for one in z],
        "slope-for-value": [float(one > 0) for one in z],
    }


def activations_first_size(n, _):
    layers, factor = int(n[0]), n[2]
    return {
        "": factor**layers,
        "one-layer": factor,
        "layers-added": factor * layers,
        "one-layer-short": factor ** (layers - 1),
    }


def activations_explode(n, _):
    layers, weight = int(n[0]), n[1]
    return {
        "": weight**layers,
        "weights-left-out": 1,
        "added": weight * layers,
        "one-layer": weight,
    }


def activations_bend_weight(n, _):
    before, after = (n[3] - n[1]) / (n[2] - n[0]), (n[5] - n[3]) / (n[4] - n[2])
    return {
        "": after - before,
        "slope-for-change": after,
        "sign-reversed": before - after,
        "slopes-added": after + before,
        "distance-forgotten": (n[5] - n[3]) - (n[3] - n[1]),
    }


def activations_bend_output(n, _):
    t, w, b, x = n[:3], n[3:6], n[6], n[7]
    a = [max(0, x - one) for one in t]
    return {
        "": dot(w, a) + b,
        "relu-left-out": dot(w, [x - one for one in t]) + b,
        "bend-forgotten": (w[0] + w[1]) * x + b,
        "bias-forgotten": dot(w, a),
        "neuron-left-out": w[0] * a[0] + b,
    }


def activations_gap(n, _):
    neurons, gap, more = n
    times = more / neurons
    return {
        "": [gap / times**2],
        "once-for-twice": [gap / times],
        "neurons-change-nothing": [gap],
        "exact": [0],
    }


def activations_deviation(n, _):
    neurons, inputs = n
    return {
        "": math.sqrt(2 / inputs),
        "variance-for-deviation": 2 / inputs,
        "fan-out-for-fan-in": math.sqrt(2 / neurons),
        "one-for-two": math.sqrt(1 / inputs),
    }


def forward_output_relu(n, _):
    bent = [max(0, one) for one in n]
    return {
        "": softmax(bent),
        "relu-changes-nothing": softmax(n),
        "softmax-forgotten": bent,
        "absolute-value": softmax([abs(one) for one in n]),
    }


def forward_words(_, stem):
    word = re.search(r"`(\w+)`", stem)[1]
    inner = [word[i : i + 2] for i in range(len(word) - 1)]
    pairs = ["_" + word[0], *inner, word[-1] + "_"]
    return {
        "": len(set(pairs)),
        "pairs-counted-twice": len(pairs),
        "edges-left-out": len(set(inner)),
        "letters-for-pairs": len(word),
    }


def forward_pair_number(n, _):
    i, j = n[-3:-1]
    return {
        "": 27 * i + j,
        "rows-and-columns": 27 * j + i,
        "edge-not-counted": 26 * i + j,
        "numbers-added": i + j,
        "counted-from-one": 27 * i + j + 1,
        "one-line-short": 27 * (i - 1) + j,
    }


def forward_embedding_sum(n, stem):
    word = re.search(r"word `(\w+)`", stem)[1]
    *values, bias = n[2:]
    weights = dict(zip(re.findall(r"`(\w\w)` [−\d]", stem), values, strict=True))
    z = weights["_" + word[0]] + weights[word] + weights[word[1] + "_"] + bias
    return {
        "": z,
        "bias-forgotten": z - bias,
        "zeros-counted": sum(weights.values()) + bias,
        "edges-left-out": weights[word] + bias,
        "both-orders": z - weights[word] + weights[word[::-1]],
    }


def forward_cosine(n, _):
    u, v = n[:2], n[2:4]
    long = [math.sqrt(dot(one, one)) for one in (u, v)]
    return {
        "": dot(u, v) / (long[0] * long[1]),
        "not-divided": dot(u, v),
        "one-length": dot(u, v) / long[0],
        "lengths-added": dot(u, v) / sum(long),
        "sign-ignored": dot(u, [abs(one) for one in v]) / (long[0] * long[1]),
        "squared": dot(u, v) / (long[0] * long[1]) ** 2,
    }


def forward_pixel(n, _):
    height, width, row, column = n[:4]
    return {
        "": row * width + column,
        "columns-first": column * height + row,
        "rows-and-columns": column * width + row,
        "height-for-width": row * height + column,
        "counted-from-one": row * width + column + 1,
        "one-line-short": (row - 1) * width + column,
    }


def backprop_steps_per_epoch(n, _):
    epochs, examples, size = map(int, n)
    return {
        "": epochs * math.ceil(examples / size),
        "batches-end-too-early": epochs * (examples // size),
        "one-epoch-alone": math.ceil(examples / size),
        "size-ignored": epochs * examples,
        "one-update-an-epoch": epochs,
    }


def backprop_momentum(n, _):
    momentum, zero, g, h = n
    assert zero == 0
    return {
        "": momentum * g + h,
        "share-left-out": g + h,
        "share-of-both": momentum * (g + h),
        "new-gradient-left-out": momentum * g,
        "running-mean": momentum * g + (1 - momentum) * h,
        "shares-swapped": g + momentum * h,
    }


def backprop_batch_mean(n, _):
    size, d = int(n[0]), n[1:]
    assert len(d) == size
    return {
        "": sum(d) / size,
        "not-divided": sum(d),
        "divided-twice": sum(d) / size / size,
        "largest-alone": max(d, key=abs),
    }


def loss_likelihood(p, _):
    p = p[-3:]
    return {
        "": math.prod(p),
        "mean-not-product": sum(p) / 3,
        "sum-not-product": sum(p),
        "loss-for-likelihood": -sum(math.log(one) for one in p),
        "complement": 1 - math.prod(p),
    }


def loss_decay_step(n, _):
    w, g, rate, decay = n[:4]
    return {
        "": w - rate * (g + decay * w),
        "decay-forgotten": w - rate * g,
        "decay-grows": w - rate * (g - decay * w),
        "decay-without-rate": w - rate * g - decay * w,
        "gradient-sign": w + rate * (g + decay * w),
    }


def backprop_graph_twice(n, _):
    a, b, c = n
    return {
        "": 2 * a * b + c,
        "one-path": a * b + c,
        "assigned": a * b,
        "upstream-forgotten": a * b + c + b,
    }


def backprop_graph_edge(n, stem):
    a, b, up = n
    rules = {"\\cdot": "multiply", "a + b": "add", "\\max": "max"}
    (asked,) = [rule for mark, rule in rules.items() if mark in stem]
    handed = {
        "multiply": [up * b, up * a],
        "add": [up, up],
        "max": [up * (a > b), up * (b > a)],
    }
    wrong = {f"rule-of-{rule}": handed[rule] for rule in handed}
    return wrong | {"": handed[asked], "own-value": [up * a, up * b]}


def loss_batch_loss(p, _):
    losses = [-math.log(one) for one in p]
    return {
        "": sum(losses) / 3,
        "sum-not-mean": sum(losses),
        "mean-before-logarithm": -math.log(sum(p) / 3),
        "largest-alone": max(losses),
        "one-minus-p": sum(1 - one for one in p) / 3,
    }


VECTORS = {  # choices whose options are numbers
    "arrays-pick-per-row",
    "perceptron-on-the-line",
    "perceptron-right-answer",
    "activations-fold-bias",
    "activations-gap",
    "activations-relu",
    "activations-vanish",
    "activations-xor-bends",
    "forward-labels",
    "forward-output-relu",
    "forward-square",
    "backprop-graph-edge",
    "backprop-through-relu",
    "loss-softmax-twice",
    "loss-gradient-row",
    "loss-sure-mistake",
}

Formula = Callable[[list[float], str], dict[str, float | list[float]]]


@cache
def formulas() -> dict[str, Formula]:
    """The functions of this file that are named like an item, lesson first."""
    named = {name.replace("_", "-"): formula for name, formula in globals().items()}
    return {name: named[name] for name in NAMED if name in named}


def agrees(text: str, wanted: list[float]) -> bool:
    """Return whether an option shows these numbers, each rounded as it is shown."""
    shown = numbers(text)
    digits = [len(one.partition(".")[2]) for one in NUMBER.findall(text.replace("$", " "))]
    slack = [0.5 * 10**-d + 1e-9 for d in digits[: len(shown)]]
    if POWER.search(text):  # two figures, whatever their power of ten
        slack = [0.06 * one for one in shown]
    return len(shown) == len(wanted) and all(
        abs(one - right) <= room for one, right, room in zip(shown, wanted, slack, strict=True)
    )


def marked(item: Item) -> list[tuple[str, float | str]]:
    """Return every mistake of an item with what it leads to, the key under ""."""
    if isinstance(item, Numeric):
        return [("", item.answer), *((slip.mistake, slip.value) for slip in item.slips)]
    return [(option.mistake, option.text) for option in options(item)]


def test_there_are_enough_of_every_kind():
    assert len(SOURCES) >= 60
    for lesson, goals in GOALS.items():
        there = [source for source in SOURCES if source.lesson == lesson]
        assert len(there) >= 10, lesson
        assert {source.goal for source in there} == set(range(goals)), lesson
        assert {source.level for source in there} == {1, 2, 3}, lesson
    for page, goals in BESIDE.items():
        assert {source.goal for source in SOURCES if source.lesson == page} == set(range(goals))
    assert {source.lesson for source in SOURCES} >= GOALS.keys() | BESIDE.keys()
    assert {type(source.item(0)) for source in SOURCES} == set(KINDS)
    numeric = {source.name for source in SOURCES if isinstance(source.item(0), Numeric)}
    assert set(formulas()) == numeric | VECTORS


def test_every_goal_has_an_item():
    goals = {
        (slug_of(folder), goal)
        for folder in page_folders(lessons_folder())
        if list(folder.glob("questions/*.py"))
        for goal in range(len(goals_of(folder)))
    }
    assert len(goals) > sum(GOALS.values())
    assert not goals - {(source.lesson, source.goal) for source in SOURCES}


def text_of(folder):
    (page,) = (path for path in folder.glob("*.md") if not of_language(path.name)[1])
    return page.read_text()


def goals_of(folder):
    return tomllib.loads(text_of(folder).split("+++")[1]).get("goals", [])


DECIMALS = ("", "one decimal", *(f"{one} decimals" for one in ("two", "three", "four")))


@pytest.mark.parametrize("seed", range(0, SEEDS, 10))
def test_a_stem_says_how_many_decimals_it_wants(seed):
    for item in (source.item(seed) for source in SOURCES):
        if isinstance(item, Numeric) and item.digits:
            assert re.search(rf"\b{DECIMALS[item.digits]}\b", item.stem), item.stem
        else:
            assert not re.search(r"Give \w+ decimal", item.stem), item.stem


@pytest.mark.parametrize("seed", range(0, SEEDS, 10))
def test_texts_have_typographic_apostrophes(seed):
    for item in (source.item(seed) for source in SOURCES):
        for what, text in texts(item):
            assert "'" not in FENCED.sub("", text) or isinstance(item, Bug), (what, text)


@pytest.mark.parametrize("name", NAMED)
def test_two_hundred_seeds(name):
    formula = formulas().get(name)
    for seed in range(SEEDS):
        item = NAMED[name].item(seed)
        check_item(item)
        if formula is None:
            assert not isinstance(item, Numeric), "a number without a formula"
            continue
        wanted = formula(numbers(item.stem), item.stem)
        for mistake, got in marked(item):
            if isinstance(got, str) and not numbers(got):
                continue  # this option is a sentence
            assert mistake in wanted, (seed, mistake)
            right: Any = wanted[mistake]
            if isinstance(got, str):
                assert agrees(got, right), (seed, mistake, got, right)
            else:
                assert math.isclose(got, right, abs_tol=1e-9), (seed, mistake, got, right)


def test_lengths_tell_nothing_over_all_seeds():
    refuse_telling_lengths(source.item(seed) for source in SOURCES for seed in range(SEEDS))


@pytest.mark.parametrize("seed", range(SEEDS))
def test_logits_that_give_the_same_probabilities(seed):
    item = NAMED["loss-shift"].item(seed)
    n = numbers(item.stem)
    p = softmax(n[:3])
    assert np.allclose(p, n[3:6], atol=0.006)
    for option in options(item):
        same = np.allclose(softmax(numbers(option.text)), p, atol=1e-9)
        assert same == (option.mistake == ""), option.text


def test_the_same_seed_makes_the_same_item():
    for source in SOURCES:
        one, other = source.item(7), source.item(7)
        assert one.stem == other.stem
        assert [o.text for o in options(one)] == [o.text for o in options(other)]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_points_that_a_mistake_would_answer_with_1(seed):
    item = NAMED["perceptron-which-points"].item(seed)
    w1, w2, b = numbers(item.stem)[:3]
    for option in options(item):
        x, y = numbers(option.text)
        sums = {
            "": w1 * x + w2 * y + b,
            "bias-forgotten": w1 * x + w2 * y,
            "weights-swapped": w2 * x + w1 * y + b,
        }
        assert sums[option.mistake] >= 0
        assert (sums[""] >= 0) == (option.mistake == "")


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_links_lead_somewhere(source):
    item = source.item(0)
    slug, _, anchor = item.see.partition("#")
    text = text_of(lesson_folder(lessons_folder(), slug))
    named = set(re.findall(r"^\{#([\w-]+)\}\n#{2,3} ", text, re.MULTILINE))  # their own addresses
    headings = re.findall(r"^#{2,3} (.+)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}
    assert anchor in named | slugs


FOLDERS = {source.lesson: lesson_folder(lessons_folder(), source.lesson) for source in SOURCES}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_figure_can_be_brought_into_the_state(source):
    for item in map(source.item, range(SEEDS)):
        check_state(item.figure, FOLDERS, item.stem)


# ---- Bugs: the right program works, and each wrong line changes what it does.


def run_perceptron(code):
    rng = np.random.default_rng(1)
    names: dict[str, Any] = {"np": np, "x": rng.normal(size=(20, 2)), "y": rng.integers(2, size=20)}
    names["y"][0] = 0  # the first answer is 1, since z is 0: a mistake
    exec(code, names)
    return [names["w"], names["b"]]


def run_activations(code):
    names: dict[str, Any] = {"np": np}
    exec(code, names)
    z = np.array([-1000.0, -1.0, 0.0, 2.0, 1000.0])
    try:
        with np.errstate(over="raise"):
            a = names["sigmoid"](z)
    except FloatingPointError:
        return [np.zeros(1)]
    return [a, z]


def run_forward(code):
    rng = np.random.default_rng(1)
    names: dict[str, Any] = {"np": np}
    exec(code, names)
    x, W1, b1 = rng.normal(size=(4, 3)), rng.normal(size=(3, 3)), rng.normal(size=3)
    return [names["forward"](x, W1, b1, rng.normal(size=(2, 3)), rng.normal(size=2))]


def run_backprop(code):
    rng = np.random.default_rng(1)
    names: dict[str, Any] = {"np": np, "x": rng.normal(size=(4, 3)), "z1": rng.normal(size=(4, 5))}
    names |= {
        "a1": np.maximum(names["z1"], 0),
        "p": np.full((4, 2), 0.5),
        "Y": np.eye(2)[[0, 1, 1, 1]],
    }
    names |= {"W1": rng.normal(size=(5, 3)), "b1": rng.normal(size=5)}
    names |= {"W2": rng.normal(size=(2, 5)), "b2": rng.normal(size=2)}
    exec(code, names)
    return [names[name] for name in ("W1", "b1", "W2", "b2")]


def run_loss(code):
    names: dict[str, Any] = {"np": np}
    exec(code, names)
    z, y = np.array([[1.0, 2.0, 0.5], [1000.0, 0.0, 1.0]]), np.array([0, 2])
    try:
        with np.errstate(over="raise"):
            return [np.array(names["cross_entropy"](z, y))]
    except FloatingPointError:
        return [np.zeros(1)]


RUN = {
    "perceptron-bug": run_perceptron,
    "activations-bug": run_activations,
    "forward-bug": run_forward,
    "backprop-bug": run_backprop,
    "loss-bug": run_loss,
}


@pytest.mark.parametrize("name", RUN)
def test_the_wrong_line_is_what_makes_it_wrong(name):
    module, run = load(NAMED[name].path), RUN[name]
    lines = [line for line, _ in module.LINES]
    right = run("\n".join(lines))
    for number, text, _, mistake in module.WRONG:
        wrong = run("\n".join([*lines[: number - 1], text, *lines[number:]]))
        same = all(
            np.shape(a) == np.shape(b) and np.allclose(a, b)
            for a, b in zip(right, wrong, strict=True)
        )
        assert not same, mistake
    for number, line in enumerate(lines, start=1):
        item = NAMED[name].item(number)
        assert isinstance(item, Bug)
        assert item.code.splitlines()[item.line - 1] not in lines
        assert line in item.code or item.line == number
