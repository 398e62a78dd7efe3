"""The values of figures' controls at which a drawing is most likely to fail."""

from course.figures.controls import Choice, Point, Slider, Switch


def extremes(control):
    """Return the values at which a control's drawing is most likely to fail."""
    if isinstance(control, Choice):
        return [option for option, _ in control.options]
    if isinstance(control, Switch):
        return [True, False]
    if isinstance(control, Point):
        return [(control.x[0], control.y[0]), control.value, (control.x[1], control.y[1])]
    assert isinstance(control, Slider)
    return [control.low, 0 if control.low < 0 else control.value, control.high]
