"""Drawing, controls, and figures run through the bridge."""

import json
import textwrap
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from course.bridge import Bridge
from course.figures import controls
from course.figures.svg import Element, Pixels, Svg, number
from course.lessons import lesson_folder, lessons_folder, part
from tests.course.asking import asked

SVG = "{http://www.w3.org/2000/svg}"
EVIL = "<script>alert('1')</script>\"&"


# ---- svg ----


def test_everything_is_escaped():
    svg = Svg(100, 50, EVIL, EVIL)
    svg.add("text", EVIL, class_=EVIL, data_note=EVIL)
    tree = ElementTree.fromstring(svg.markup())
    assert tree.find(f"{SVG}title").text == tree.find(f"{SVG}desc").text == EVIL
    drawn = tree.find(f"{SVG}text")
    assert drawn.text == drawn.get("class") == drawn.get("data-note") == EVIL
    assert "<script" not in svg.markup()


def test_a_superscript_is_above_its_subscript_and_a_power_is_raised():
    svg = Svg(1, 1, "t", "s")
    for text in ("dW⁽²⁾₁₂ < 1", "e^z", "e^(z − m) & on"):
        svg.add("text", text)
    both, power, long = (
        [(part.text, part.get("dx"), part.get("dy")) for part in text]
        for text in ElementTree.fromstring(svg.markup()).findall(f"{SVG}text")
    )
    assert both == [
        ("12", None, "0.4em"),
        ("(2)", "-1.24em", "-0.95em"),
        (" < 1", None, "0.385em"),
    ]
    assert power == [("z", None, "-0.55em")]
    assert long == [("z − m", None, "-0.55em"), (" & on", None, "0.385em")]


def test_nested_elements_and_attributes():
    svg = Svg(100, 50.5, "A title", "A summary")
    group = svg.add("g", class_="axis")
    group.add("line", x1=0, y1=-0.001, x2=1 / 3, y2=1e6, stroke_width=2, id=None)
    group.add("text", "x = ", text_anchor="end").add("tspan", "2")
    assert svg.markup() == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50.5" role="img">'
        "<title>A title</title><desc>A summary</desc>"
        '<g class="axis"><line x1="0" y1="0" x2="0.33" y2="1000000" stroke-width="2"></line>'
        '<text text-anchor="end">x = <tspan>2</tspan></text></g></svg>'
    )
    assert svg.summary == "A summary"


def test_a_drawing_with_links_is_no_single_picture():
    svg = Svg(1, 1, "t", "s", interactive=True)
    svg.add("a", href="../perceptron/")
    assert 'role="group"' in svg.markup()


@pytest.mark.parametrize(
    ("name", "attributes"),
    [
        ("script", {}),
        ("foreignObject", {}),
        ("image", {"href": "x.png"}),
        ("rect", {"onclick": "f()"}),
        ("rect", {"style": "x"}),
        ("rect", {'x="1" onload': "f()"}),
        ("rect", {"fill": "#ff0000"}),
        ("rect", {"stroke": "red"}),
        ("rect", {"x": float("nan")}),
        ("a", {"href": "javascript:alert(1)"}),
        ("a", {"href": "https://example.org/"}),
        ("a", {"href": "//example.org/"}),
    ],
)
def test_what_figures_do_not_use_is_refused(name, attributes):
    with pytest.raises(ValueError, match=r".+"):
        Element(name, **attributes)


@pytest.mark.parametrize("paint", ["none", "currentColor", "var(--c-weight)", "url(#hatch)"])
def test_colours_come_from_tokens(paint):
    assert Element("rect", fill=paint).markup() == f'<rect fill="{paint}"></rect>'


def test_numbers_in_labels_are_tabular():
    assert [number(v) for v in (0.5, -0.5, -0.001, 12)] == ["0.50", "−0.50", "0.00", "12.00"]
    assert number(-0.12345, 3) == "−0.123"


def test_pixels():
    pixels = Pixels.grey(np.array([[0, 0.5, 1], [-1, 2, 0.2]]), "a map")
    assert (pixels.width, pixels.height, pixels.mode) == (3, 2, "grey")
    assert list(pixels.data) == [0, 128, 255, 0, 255, 51]
    assert Pixels(1, 1, bytes(4), "").mode == "rgba"
    with pytest.raises(ValueError, match="5 bytes"):
        Pixels(2, 1, bytes(5), "")


# ---- controls ----

SLIDER = controls.Slider("w", "Weight", -2, 2, 0.1, 0.5)
STEPS = controls.Steps("step", "Step", 4)
CHOICE = controls.Choice("kind", "Kind", (("relu", "ReLU"), ("tanh", "tanh")), "relu")
SWITCH = controls.Switch("on", "Center")
POINT = controls.Point("p", "Point", (0, 1), (-1, 1), 0.1, (0.5, 0))


@pytest.mark.parametrize(
    ("control", "good", "bad"),
    [
        (SLIDER, 1.5, [2.5, "1", None, True, float("nan")]),
        (STEPS, 3, [4, -1, "x"]),
        (CHOICE, "tanh", ["sigmoid", 1]),
        (SWITCH, True, [1, "on"]),
        (POINT, (0.2, -0.5), [[0.2, 3], [1], 4, ["a", "b"]]),
    ],
)
def test_controls_take_their_own_values_only(control, good, bad):
    assert control.accept(good) == good
    assert control.accept(control.value) == control.value
    for value in bad:
        with pytest.raises(ValueError, match=control.name):
            control.accept(value)


def test_controls_are_declared_in_json():
    declared = json.loads(json.dumps(controls.declare(POINT)))
    assert declared == {
        "kind": "point",
        "name": "p",
        "label": "Point",
        "x": [0, 1],
        "y": [-1, 1],
        "step": 0.1,
        "value": [0.5, 0],
    }


# ---- figures through the bridge ----

FIGURES = {
    "line": """
        import nn
        from course.figures.controls import Slider
        from course.figures.svg import Svg, number

        CONTROLS = [Slider("w", "Weight", -2, 2, 0.1, 0.5)]

        def draw(w):
            svg = Svg(10, 10, "A line", f"Its slope is {number(w)}.")
            svg.add("line", x1=0, y1=0, x2=10, y2=10 * w)
            return svg
    """,
    "bare": "CONTROLS = []",
    "odd": "CONTROLS = []\ndef draw():\n    return 3",
}


@pytest.fixture
def ask(tmp_path):
    folder = tmp_path / "02-demo" / "figures"
    folder.mkdir(parents=True)
    for name, source in FIGURES.items():
        (folder / f"{name}.py").write_text(textwrap.dedent(source))
    bridge = Bridge(lambda text: None, lessons=tmp_path)

    def ask(name, values=None, lesson="demo"):
        return asked(bridge, "figures.draw", lesson=lesson, name=name, values=values or {})

    return ask


def test_a_figure_is_drawn_with_its_defaults_and_with_given_values(ask):
    done = ask("line")["done"]
    assert done["summary"] == "Its slope is 0.50."
    assert 'y2="5"' in done["svg"]
    assert 'y2="20"' in ask("line", {"w": 2})["done"]["svg"]


@pytest.mark.parametrize(
    ("name", "values", "lesson", "message"),
    [
        ("line", {"v": 1}, "demo", "line.py has no control 'v'"),
        ("line", {"w": 3}, "demo", "w must be a number from -2 to 2"),
        ("bare", {}, "demo", "needs draw"),
        ("odd", {}, "demo", "must return Svg, not 3"),
        ("none", {}, "demo", "lesson demo has no 'none' in figures; there are: bare, line"),
        ("../x", {}, "demo", "has no '../x'"),
        ("line", {}, "other", "no lesson 'other'; there are demo"),
    ],
)
def test_errors_say_what_is_wrong(ask, name, values, lesson, message):
    assert message in ask(name, values, lesson)["error"]["message"]


def test_the_lessons_of_this_checkout_are_found():
    folder = lesson_folder(lessons_folder(), "perceptron")
    assert folder.name == "02-perceptron"


def test_an_empty_lesson_has_no_parts(tmp_path):
    (tmp_path / "01-a").mkdir()
    with pytest.raises(ValueError, match="there are: none"):
        part(tmp_path, "a", "exercises", "x")
