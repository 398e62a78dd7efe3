import numpy as np

from course.exercises.exercise import form, mistake


@mistake("all-equal", see="#first-weights")
def he(fan_out, fan_in, rng):
    """All your weights are the same number, so all neurons are copies of one, and they stay copies
    while they learn. Draw each number at random, from `rng`.
    """
    return np.full((fan_out, fan_in), np.sqrt(2 / fan_in))


@mistake("rows-equal", see="#first-weights")
def he(fan_out, fan_in, rng):
    """Neurons of your layer have the very same row, so they start as copies of each other, and they
    stay copies. Draw a row of its own for each of them: `size=(fan_out, fan_in)`.
    """
    return np.tile(rng.normal(size=fan_in) * np.sqrt(2 / fan_in), (fan_out, 1))


@mistake("fan-out-for-fan-in", see="#how-large-should-the-initial-weights-be")
def he(fan_out, fan_in, rng):
    """You divide by `fan_out`, the number of neurons. But each sum adds up one product per input,
    so the number of inputs decides how large it gets: divide by `fan_in`.
    """
    return rng.normal(size=(fan_out, fan_in)) * np.sqrt(2 / fan_out)


@mistake("variance-for-deviation", see="#how-large-should-the-initial-weights-be")
def he(fan_out, fan_in, rng):
    """Your standard deviation is 2 / fan_in. That's the variance, the square of the standard
    deviation, and it's far smaller. Multiply by its square root, `np.sqrt(2 / fan_in)`.
    """
    return rng.normal(size=(fan_out, fan_in)) * 2 / fan_in


@mistake("one-for-two", see="#how-large-should-the-initial-weights-be")
def he(fan_out, fan_in, rng):
    """Your standard deviation is the square root of 1 / fan_in. ReLU turns about half of the inputs
    into 0, so that the sums get too small. Make up for it with a 2 on top: `np.sqrt(2 / fan_in)`.
    """
    return rng.normal(size=(fan_out, fan_in)) * np.sqrt(1 / fan_in)


@mistake("one-over-fan-in", see="#how-large-should-the-initial-weights-be")
def he(fan_out, fan_in, rng):
    """Your standard deviation is 1 / fan_in, so the sums shrink from layer to layer. It should be
    the square root of 2 / fan_in.
    """
    return rng.normal(size=(fan_out, fan_in)) / fan_in


@mistake("fans-added", see="#how-large-should-the-initial-weights-be")
def he(fan_out, fan_in, rng):
    """Your standard deviation is the square root of 2 / (fan_in + fan_out). That's Glorot's rule,
    for tanh. These are ReLU neurons, so divide by `fan_in` alone.
    """
    return rng.normal(size=(fan_out, fan_in)) * np.sqrt(2 / (fan_in + fan_out))


@mistake("not-scaled", see="#how-large-should-the-initial-weights-be")
def he(fan_out, fan_in, rng):
    """Your weights have a standard deviation of 1, whatever the layer, so with many inputs, the
    sums get far too large. Multiply the numbers by the square root of 2 / fan_in.
    """
    return rng.normal(size=(fan_out, fan_in))


@mistake("all-positive", see="#how-large-should-the-initial-weights-be")
def he(fan_out, fan_in, rng):
    """None of your weights is below 0. So if no input is below 0, no sum is, and no ReLU bends
    anything. Draw numbers around 0, as `rng.normal` does, or `rng.uniform` from -limit to limit.
    """
    return np.abs(rng.normal(size=(fan_out, fan_in))) * np.sqrt(2 / fan_in)


@form()
def from_zero_to_one(fan_out, fan_in, rng):
    return rng.random((fan_out, fan_in)) * np.sqrt(2 / fan_in)


@form()
def up_to_the_limit(fan_out, fan_in, rng):
    return rng.random((fan_out, fan_in)) * np.sqrt(6 / fan_in)


@mistake("limit-for-deviation", see="#how-large-should-the-initial-weights-be")
def he(fan_out, fan_in, rng):
    """You draw from -s to s with the same chance everywhere, where s is the square root of
    2 / fan_in. Their standard deviation is smaller than s: s divided by the square root of 3. Use
    `rng.normal`, or go up to the square root of 6 / fan_in.
    """
    s = np.sqrt(2 / fan_in)
    return rng.uniform(-s, s, (fan_out, fan_in))


@mistake("shape-transposed", see="#how-large-should-the-initial-weights-be")
def he(fan_out, fan_in, rng):
    """Your array has one row per input. The weights of a neuron are a row, as in `x @ W.T`, so it
    needs one row per neuron: `size=(fan_out, fan_in)`.
    """
    return rng.normal(size=(fan_in, fan_out)) * np.sqrt(2 / fan_in)


@mistake("one-row-only", see="#how-large-should-the-initial-weights-be")
def he(fan_out, fan_in, rng):
    """You draw the weights of a single neuron. The layer has `fan_out` of them, and each needs a
    row of its own: `size=(fan_out, fan_in)`.
    """
    return rng.normal(size=fan_in) * np.sqrt(2 / fan_in)


@mistake("seed-fixed", see="#first-weights")
def he(fan_out, fan_in, rng):
    """Every call gives the same weights, because you fix a seed of your own. So two layers of one
    size would start alike. Draw from the `rng` that you're given.
    """
    return np.random.default_rng(0).normal(size=(fan_out, fan_in)) * np.sqrt(2 / fan_in)


@mistake("rng-unused", see="#first-weights")
def he(fan_out, fan_in, rng):
    """Your numbers don't come from `rng`: with the same seed, it should give the same weights
    again, so that you can repeat a training run. Draw with `rng.normal`.
    """
    return np.random.normal(size=(fan_out, fan_in)) * np.sqrt(2 / fan_in)
