import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, refuse_given, signed, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 0, 2
RECAP = "What does multiplying do with the upstream"


@distinct
def make(rng):
    a, b, c = (nn.Value(one) for one in whole(rng, -5, 9, 3))
    e = a * b + c
    result = e * a
    result.backward()
    first, second = e.data, e.grad * b.data
    refuse_given(a.grad, (a.data, b.data, c.data))
    return Numeric(
        f"$L = (a b + c) \\cdot a$ with $a$ = {number(a.data, 0)}, $b$ = {number(b.data, 0)}, and"
        f" $c$ = {number(c.data, 0)}. What does `backward` give as the slope of $L$ at $a$?",
        a.grad,
        0,
        f"$a$ has two edges. From the last multiplication it gets the other factor,"
        f" {number(first, 0)}; through $ab$ it gets {signed(e.grad, 0)} · {signed(b.data, 0)} ="
        f" {number(second, 0)}. They add up.",
        (
            Slip(
                first,
                "That’s only the direct edge. $a$ is used a second time, in $ab$.",
                "one-path",
            ),
            Slip(
                second,
                "That’s only the part that comes back through $ab$, as if it replaced the other"
                " one. Where paths meet, slopes add.",
                "assigned",
            ),
            Slip(
                first + b.data,
                "On the way through $ab$, you left out the upstream slope. It’s the other factor of"
                " the last multiplication, $a$.",
                "upstream-forgotten",
            ),
        ),
        "backprop#the-graph",
        "backprop#figure-graph?step=10",
    )
