from course.exercises.exercise import mistake


@mistake("and-for-or", see="#and-or-not")
class Values:
    """Your OR is an AND: it waits for both inputs. Raise the bias until one 1 is enough."""

    OR = [1.0, 1.0, -1.5]


@mistake("bias-not-negative", see="#and-or-not")
class Values:
    """Your AND answers 1 even for (0, 0). There z is the bias alone, so the bias has to
    be below 0.
    """

    AND = [1.0, 1.0, 0.0]


@mistake("never-answers-1", see="#and-or-not")
class Values:
    """Your AND answers 0 even for (1, 1): both weights together do not make up for the bias."""

    AND = [0.5, 0.5, -1.5]


@mistake("not-with-positive-weight", see="#and-or-not")
class Values:
    """Your NOT repeats its input. To answer 0 for 1, z has to fall when the input
    rises: the weight is negative.
    """

    NOT = [1.0, -0.5]


@mistake("not-without-bias", see="#and-or-not")
class Values:
    """Your NOT answers 0 for 0 as well. There z is the bias alone, so the bias must be
    0 or above.
    """

    NOT = [-1.0, -0.5]


@mistake("one-input-ignored", see="#and-or-not")
class Values:
    """Your AND answers what its first input says, whatever the second is. Both have to count:
    choose equal weights, and a bias that one of them cannot outweigh.
    """

    AND = [1.0, 0.0, -0.5]


@mistake("or-answers-always", see="#and-or-not")
class Values:
    """Your OR answers 1 even for (0, 0). There z is the bias alone, so the bias has to
    be below 0.
    """

    OR = [1.0, 1.0, 0.0]


@mistake("or-for-and", see="#and-or-not")
class Values:
    """Your AND is an OR: one single 1 already lifts z to 0 or above. Lower the bias
    until it takes both.
    """

    AND = [1.0, 1.0, -0.5]


@mistake("signs-turned", see="#and-or-not")
class Values:
    """Your AND answers the other way round in every case. That is NAND: AND with all signs turned.
    You will need it for XOR, but here AND is asked.
    """

    AND = [-1.0, -1.0, 1.5]
