"""The quiz at build time: what becomes of an item, what is refused, the sheet for paper."""

import gzip
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest

from builder.base import command_line
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.tree import Tree
from builder.pages import content, quiz, quiz_figures
from builder.pages.content import load_lessons, load_pages
from builder.pages.names import Names
from builder.site import links
from builder.site.assemble import computed_values
from builder.tools import quiz_sheet
from course.figures.controls import Slider, Switch
from course.figures.svg import Svg
from course.quiz.items import (
    Bug,
    Choice,
    Numeric,
    Option,
    Order,
    Place,
    Several,
    Slip,
    Source,
    code_lines,
    load_items,
)

SEE = "perceptron#one-neuron"
WRONG = (Option("$z = 2$", "No *bias*.", "bias-forgotten"), Option("`b`", "Turned.", "sign"))
LESSONS = load_lessons(ROOT / "site" / "lessons")
PAGES = load_pages(ROOT / "site" / "pages")
HOME = next(lesson for lesson in LESSONS if lesson.slug == "quiz")
NAMES = Names(computed_values())
RENDER = quiz.renderers(HOME, LESSONS, NAMES)


def described(item):
    source = Source("one", "perceptron", 0, 1, HOME.folder / "one.py", lambda rng: item)
    made = quiz.described(source, source.item(0), *RENDER)
    return json.loads(json.dumps(made))


def test_texts_become_html_with_mathematics():
    item = described(Choice("How *much*?", Option("**1**", "So."), WRONG, SEE))
    assert item["ask"] == "one"
    assert item["stem"] == "<p>How <em>much</em>?</p>"
    assert [option["right"] for option in item["options"]] == [True, False, False]
    assert "<math" in item["options"][1]["text"]
    assert item["options"][1]["reason"] == "<p>No <em>bias</em>.</p>"


def test_every_kind_is_described():
    several = described(Several("Which?", (Option("a", "Yes."), Option("c", "Yes.")), WRONG, SEE))
    assert (several["ask"], len(several["options"])) == ("several", 4)
    number = described(
        Numeric("?", 0.25, 1, "So.", (Slip(np.float64(-0.01), "No.", "sum"),), SEE, unit="%")
    )
    assert (number["ask"], number["answer"], number["shown"]) == ("number", 0.25, "0.2")
    assert (number["slips"][0]["shown"], number["unit"]) == ("0.0", "%")
    order = described(Order("?", ("a", "b", "c"), "So.", SEE, alternatives=((1, 0, 2),)))
    assert (order["ask"], order["orders"]) == ("order", [[0, 1, 2], [1, 0, 2]])
    svg = Svg(10, 10, "Places", "Some")
    places = {"w": Option("w", "Yes.")}
    for name in "bcw":
        svg.add("circle", r=1, data_place=name)
        places.setdefault(name, Option(name, "No.", "other"))
    place = described(Place("?", svg, "w", places, SEE))
    assert [option["place"] for option in place["options"]] == ["b", "c", "w"], "by their letters"
    assert place["fixed"]
    assert [option["right"] for option in place["options"]] == [False, False, True]
    assert place["drawing"].startswith("<svg")


def test_the_lines_of_code_keep_their_numbers():
    code = "\n\ndef f(x):\n    y = x < 1\n\n    return y\n"
    item = Bug("?", code, 4, "Turned.", {3: "Right.", 6: "Right."}, SEE)
    lines = described(item)["options"]
    assert [option["line"] for option in lines] == code_lines(item) == [3, 4, 6]
    assert [option["right"] for option in lines] == [False, True, False]
    plain = [re.sub(r"<[^>]+>", "", option["text"]) for option in lines]
    assert plain == ["def f(x):", "    y = x &lt; 1", "    return y"]


@pytest.mark.parametrize(
    ("heading", "said"), [("`@` is *one* product", "@ is one product"), ("Plain", "Plain")]
)
def test_a_place_is_called_by_its_heading_without_marks(heading, said):
    page = replace(HOME, text=f"{{#here}}\n## {heading}\n\nText.\n")
    assert quiz.Anchors([page], NAMES).text("quiz#here") == f"Quiz: {said}"


@pytest.mark.parametrize(
    ("figure", "message"),
    [
        ("perceptron#figure-nothing?a=1", "no such figure"),
        ("nowhere#figure-xor?a=1", "no such figure"),
        ("perceptron#figure-boundary?nothing=1", "no control 'nothing'"),
        ("perceptron#figure-boundary?point=Z", "must be one of"),
        ("perceptron#figure-boundary?weights=9,9", "must be a number"),
        ("perceptron#figure-boundary?weights=1", "two numbers"),
    ],
)
def test_a_state_that_a_figure_cannot_show_is_refused(figure, message):
    folders = {lesson.slug: lesson.folder for lesson in LESSONS}
    quiz_figures.check_state("perceptron#figure-boundary?point=B&weights=1,0.5", folders)
    quiz_figures.check_state("perceptron#figure-boundary", folders)
    with pytest.raises(ValueError, match=message):
        quiz_figures.check_state(figure, folders)


FOLDERS = {lesson.slug: lesson.folder for lesson in LESSONS}


@pytest.mark.parametrize(
    ("figure", "stem"),
    [
        ("backprop#figure-edges?example=off", "For one example, hidden neuron 2 is off."),
        ("backprop#figure-edges?example=off", "h₂ is off"),
        ("backprop#figure-edges?example=on", "Hidden neuron 1 is on, hidden neuron 2 is off."),
        ("loss#figure-temperature?temperature=2", "The temperature is 0.5."),
        ("loss#figure-temperature?temperature=2", "at temperature $T$ = 0.5"),
        ("loss#figure-logits?true=3", "The true class is 2."),
        ("loss#figure-curves?epoch=30", "At epoch 10 it is low."),
        ("activations#figure-curves?activation=sigmoid&z=1", "A sigmoid neuron has $z = 2$."),
        ("activations#figure-curves?activation=sigmoid", "A tanh neuron."),
        ("perceptron#figure-boundary?point=B", "How far is point C?"),
        ("forward#figure-network?example=first", "Take the second example."),
    ],
)
def test_a_state_that_contradicts_the_stem_is_refused(figure, stem):
    with pytest.raises(ValueError, match=r"the figure has|not in the figure"):
        quiz_figures.check_state(figure, FOLDERS, stem)


@pytest.mark.parametrize(
    ("figure", "stem"),
    [
        ("backprop#figure-edges?example=off", "For one example, hidden neuron 1 is off."),
        ("backprop#figure-edges?example=off", "h₁ is off, and h₂ is on"),
        ("backprop#figure-edges?example=on", "Which slopes?"),
        ("loss#figure-temperature?temperature=2", "The temperature is 2.0, and $z$ is 3."),
        ("loss#figure-curves?epoch=20", "From epoch 10 to epoch 20 it falls."),
        ("activations#figure-curves?activation=sigmoid&z=-1", "A sigmoid neuron has $z = −1$."),
        ("perceptron#figure-boundary?point=B", "How far is the point (2, 3)?"),
        ("forward#figure-network?example=second", "The first layer of the second example"),
    ],
)
def test_a_state_that_fits_the_stem_passes(figure, stem):
    quiz_figures.check_state(figure, FOLDERS, stem)


ITEM = (
    "from course.quiz.items import *\n\nGOAL, LEVEL = 0, 1\nCASES = range({cases})\n\n\n"
    "def make(rng, case):\n    wrong = Option('a', 'No.', 'a'), Option('b', 'No.', 'b')\n"
    "    return Choice(f'{{case % {stems}}}?', Option('c', 'Yes.'), wrong,"
    " 'perceptron#one-neuron')\n"
)


@pytest.mark.parametrize(
    ("cases", "stems", "message"),
    [
        (9, 9, "9 cases, and only 8 versions"),
        (4, 4, "versions 0 and 4 are alike"),
        (8, 7, "0 and 7"),
    ],
)
def test_cases_that_do_not_ship_and_versions_that_are_alike_are_refused(
    tmp_path, cases, stems, message
):
    (tmp_path / "questions").mkdir()
    made = tmp_path / "questions" / "one.py"
    made.write_text(ITEM.format(cases=cases, stems=stems))
    (source,) = load_items(tmp_path)
    with pytest.raises(BuildError, match=message):
        quiz.versions_of(source, FOLDERS)
    made.write_text(ITEM.format(cases=8, stems=8))
    (source,) = load_items(tmp_path)
    assert len(quiz.versions_of(source, FOLDERS)) == quiz.VERSIONS


def test_a_step_between_two_steps_is_refused():
    with pytest.raises(ValueError, match="steps of"):
        quiz_figures.state_value(Slider("a", "A", 0, 1, 0.25, 0), "0.3")
    assert quiz_figures.state_value(Slider("a", "A", -1, 1, 0.1, 0), "0.3") == 0.3
    assert quiz_figures.state_value(Switch("a", "A"), "true") is True
    with pytest.raises(ValueError, match="true or false"):
        quiz_figures.state_value(Switch("a", "A"), "1")


def test_a_link_of_the_quiz_that_leads_nowhere_is_refused():
    tree: Tree = {"index.html": b"", "loss/index.html": b'<p id="here">'}
    links.refuse_dead(tree, [("one", "loss/#here"), ("one", "loss/#here?a=1")])
    with pytest.raises(BuildError, match="two: dead link loss/#there"):
        links.refuse_dead(tree, [("one", "loss/#here"), ("two", "loss/#there")])
    with pytest.raises(BuildError, match="no lesson 'nowhere'"):
        quiz.address_of(LESSONS, "nowhere#here")


def test_a_goal_that_a_lesson_lacks_is_refused(tmp_path):
    folder = tmp_path / "06-loss"
    (folder / "questions").mkdir(parents=True)
    (folder / "questions" / "one.py").write_text(
        "GOAL, LEVEL = 99, 1\n\n\ndef make(rng):\n    pass\n"
    )
    lessons = [replace(one, folder=folder) if one.slug == "loss" else one for one in LESSONS]
    with pytest.raises(BuildError, match=r"one\.py: loss has no goal 99"):
        quiz.load(lessons)


def test_what_the_browser_gets_is_small_and_always_the_same(tmp_path, monkeypatch):
    asking = [*LESSONS, *PAGES]
    made = quiz.make(asking, NAMES)
    assert list(made.versions) == [f"{seed}.json" for seed in range(quiz.VERSIONS)]
    count = len(quiz.load(asking))
    assert sum(len(gzip.compress(data)) for data in made.versions.values()) < 2_650 * count
    monkeypatch.setenv("MODULE3_CACHE", str(tmp_path))
    assert quiz.make(asking, NAMES).versions == made.versions
    first = json.loads(made.versions["0.json"])["items"]
    assert {item["name"] for item in first} == {source.name for source in quiz.load(asking)}
    assert all(item["see"]["text"] and item["see"]["href"].startswith("../") for item in first)
    assert content.load_lessons(ROOT / "site" / "lessons")


# ---- On paper


class Balance(HTMLParser):
    """Counts elements that are opened and not closed."""

    open = 0

    def handle_starttag(self, tag, attributes):
        self.open += tag not in ("meta", "br", "input", "hr", "img")

    def handle_endtag(self, tag):
        self.open -= 1


def test_a_seed_makes_one_sheet_with_a_key():
    one = quiz_sheet.sheet(4)
    assert one == quiz_sheet.sheet(4)
    assert one != quiz_sheet.sheet(5)
    assert "Answer key" in one
    assert "Seed 4" in one
    assert "<script" not in one
    balance = Balance()
    balance.feed(one)
    assert balance.open == 0


def test_a_sheet_covers_the_lessons():
    sources = quiz.load(LESSONS)
    drawn = quiz_sheet.draw(sources, 12, np.random.default_rng(1))
    assert len(drawn) == len(set(drawn)) == min(12, len(sources))
    assert {source.lesson for source in drawn} == {source.lesson for source in sources}


def test_lines_on_paper_stand_out_of_order_and_the_key_puts_them_right():
    item = {"lines": ["a", "b", "c"], "orders": [[0, 1, 2]]}
    for seed in range(20):
        made = quiz_sheet.arranged(item, np.random.default_rng(seed))
        assert made["shuffled"] != item["lines"]
        assert [[made["shuffled"][place] for place in key] for key in made["keys"]] == [
            item["lines"]
        ]


def test_on_paper_the_letters_of_options_are_those_in_the_drawing():
    item = {"drawing": "<svg>", "options": [{"place": letter} for letter in "CADB"]}
    made = quiz_sheet.arranged(item, np.random.default_rng(1))
    assert [option["letter"] for option in made["options"]] == list(quiz_sheet.LETTERS[:4])


def test_the_key_names_what_is_right_by_what_the_paper_calls_it():
    """Over 200 seeds, the letters of a drawing, of its options, and of the key are the same."""
    texts = {"sheet_or": "or", "sheet_line": "Line {line}"}
    drawings = 0
    for source in quiz.load([*LESSONS, *PAGES]):
        for seed in range(200 if isinstance(source.item(0), Place) else 10):
            item = source.item(seed)
            told = quiz.described(source, item, str, str)
            paper = quiz_sheet.ABSENT | quiz_sheet.arranged(told, np.random.default_rng(seed))
            key = quiz_sheet.solution(paper, texts)
            if isinstance(item, Place):
                drawings += 1
                drawn = re.findall(r'data-place="(.*?)"', told["drawing"])
                called = {one["letter"]: one["text"] for one in paper["options"]}
                assert list(called) == sorted(drawn)
                assert called == {name: one.text for name, one in item.places.items()}
                assert key == item.right
            elif paper["options"]:
                assert key.removeprefix("Line ").split() == [
                    str(one["letter"]) for one in paper["options"] if one["right"]
                ]
    assert drawings >= 2000


def test_the_command_reads_its_seed(capsys):
    options = command_line.parse(["quiz-sheet", "--seed", "7"])
    assert (options.command, options.seed, options.count) == ("quiz-sheet", 7, 12)
    for seed in ("-1", "x"):
        with pytest.raises(SystemExit):
            command_line.parse(["quiz-sheet", f"--seed={seed}"])
        assert "a seed is" in capsys.readouterr().err
