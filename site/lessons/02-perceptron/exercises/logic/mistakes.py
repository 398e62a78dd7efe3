from course.exercises.exercise import mistake


@mistake("and-for-or", see="#and-or-not")
class Values:
    """Your OR answers 1 only when both inputs are 1, so it's an AND. A single 1 should be enough.
    Raise the bias until either weight alone makes up for it, but keep it below 0.
    """

    OR = [1.0, 1.0, -1.5]


@mistake("bias-not-negative", see="#and-or-not")
class Values:
    """Your AND answers 1 for every input, even for (0, 0). There, both products are 0, so z is the
    bias alone. Choose a negative bias that one weight alone can't make up for.
    """

    AND = [1.0, 1.0, 0.0]


@mistake("never-answers-1", see="#and-or-not")
class Values:
    """Your AND answers 0 for every input, even for (1, 1). There, z is both weights plus the bias,
    and yours is below 0. Raise both weights until that sum is at least 0.
    """

    AND = [0.5, 0.5, -1.5]


@mistake("not-with-positive-weight", see="#and-or-not")
class Values:
    """Your NOT just repeats its input: 0 for 0, and 1 for 1. It should turn the input around, so z
    has to fall when the input goes from 0 to 1. Give the input a negative weight.
    """

    NOT = [1.0, -0.5]


@mistake("not-without-bias", see="#and-or-not")
class Values:
    """Your NOT answers 0 even when its input is 0. There, z is the bias alone, and yours is below
    0. Make the bias 0 or more, and choose a negative weight that outweighs it.
    """

    NOT = [-1.0, -0.5]


@mistake("one-input-ignored", see="#and-or-not")
class Values:
    """Your AND answers 1 whenever the first input is 1, whatever the second one is. So (1, 0) gets
    a 1, but it needs a 0. Choose two equal weights, and a bias that one of them alone can't make up
    for.
    """

    AND = [1.0, 0.0, -0.5]


@mistake("or-answers-always", see="#and-or-not")
class Values:
    """Your OR answers 1 for every input, even for (0, 0). There, both products are 0, so z is the
    bias alone. Choose a negative bias that either weight alone makes up for.
    """

    OR = [1.0, 1.0, 0.0]


@mistake("or-for-and", see="#and-or-not")
class Values:
    """Your AND answers 1 as soon as one input is 1, so it's an OR. It should wait for both. Lower
    the bias until one weight alone can't make up for it, but both together can.
    """

    AND = [1.0, 1.0, -0.5]


@mistake("signs-turned", see="#and-or-not")
class Values:
    """Your AND answers 0 for (1, 1), and 1 for everything else. That's NAND, the exact opposite.
    You'll need it for XOR later, but here, z has to rise with every 1: choose positive weights and
    a negative bias.
    """

    AND = [-1.0, -1.0, 1.5]


@mistake("bias-first", see="#and-or-not")
class Values:
    """Your bias comes first, so it's taken for a weight, and the last weight is taken for the bias.
    With the bias last, the same numbers would be right. Put the weights first, then the bias.
    """

    AND = [-1.5, 1.0, 1.0]
    OR = [-0.5, 1.0, 1.0]
    NOT = [0.5, -1.0]
