"""A network that learns by a learner's `train`: slices, what goes wrong, and what is drawn."""

import pytest

from course.bridge import Bridge
from course.exercises import learning
from course.lessons import lessons_folder, part
from tests.course.asking import asked

FOLDER = part(lessons_folder(), "backprop", "exercises", "train")
SOLUTION = (FOLDER / "solution.py").read_text()
TRAIN = "def train(x, y, parameters, learning_rate, epochs, size):\n    "


class Page:
    """Asks as the page does."""

    def __init__(self):
        self.bridge = Bridge(lambda text: None)

    def ask(self, code, data="xor", anew=False):
        args = {"lesson": "backprop", "name": "train", "data": data, "code": code, "anew": anew}
        return asked(self.bridge, "exercises.learn", **args)

    def learn(self, code, data="xor"):
        """Return the last answer of a whole run."""
        answer = self.ask(code, data, anew=True)
        while "done" in answer and not answer["done"]["done"]:
            answer = self.ask(code, data)
        return answer["done"]


@pytest.fixture
def page():
    return Page()


@pytest.mark.parametrize("code", [None, SOLUTION], ids=["ours", "own"])
@pytest.mark.parametrize(("data", "right"), [("xor", "4 of 4"), ("moons", "60 of 60")])
def test_both_data_sets_are_learnt(page, code, data, right):
    before = page.ask(code, data, anew=True)["done"]
    assert f"{right} examples" not in before["summary"]
    assert (before["done"], before["data"]) == (False, data)
    after = page.learn(code, data)
    assert f"{right} examples are on the right side" in after["summary"]
    assert after["svg"] != before["svg"]


def test_ours_and_the_solution_learn_the_same(page):
    assert page.learn(None)["summary"] == page.learn(SOLUTION)["summary"]


def test_another_program_begins_anew(page, monkeypatch):
    monkeypatch.setattr(learning, "SLICE", 10.0)  # on a busy machine too, two epochs a request
    for _ in range(3):
        page.ask(SOLUTION)
    first = page.ask(SOLUTION, anew=True)["done"]["summary"]
    assert "after 0 of" in first
    assert "after 2 of" in page.ask(SOLUTION)["done"]["summary"]
    assert "after 2 of" in page.ask(SOLUTION + "\n")["done"]["summary"]
    assert "after 4 of" in page.ask(SOLUTION + "\n")["done"]["summary"]
    assert "after 2 of" in page.ask(SOLUTION + "\n", "moons")["done"]["summary"]


def test_to_begin_anew_runs_nothing_of_the_learners(page):
    assert "done" in page.ask("raise ValueError('ran')", anew=True)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("while True: pass", "took too long, so it was stopped"),
        (TRAIN + "while True: pass", "took too long, so it was stopped"),
        (TRAIN + "try:\n        while True: pass\n    except: pass", "two things"),
        (TRAIN + "return missing", "NameError: name 'missing' is not defined (line 2)"),
        ("def train(:", "SyntaxError"),
        ("x = 1", "There's no function `train`"),
        (TRAIN + "return parameters", "two things"),
        (TRAIN + "return None", "two things"),
        (TRAIN + "return parameters[:3], []", "4 parameters"),
        (TRAIN + "return [p.T[:1] for p in parameters], []", "the shape (4, 2)"),
        (TRAIN + "return ['a'] * 4, []", "the shape"),
        (TRAIN + "return [p * float('inf') for p in parameters], []", "nan or inf"),
        ("import sys\n" + TRAIN + "sys.exit()", "SystemExit"),
    ],
)
def test_a_program_that_cannot_train_is_told_why(page, code, said):
    error = page.ask(code)["error"]
    assert said in error["message"]
    assert page.learn(SOLUTION)["done"]  # nothing is left of it


def test_a_program_that_is_slow_gets_one_epoch_a_request(page):
    slow = SOLUTION.replace("    losses = []\n", "    losses = []\n    time.sleep(0.04)\n")
    answer = page.ask("import time\n" + slow)["done"]
    assert "after 1 of" in answer["summary"]


def test_a_program_cannot_spoil_what_it_gets(page):
    spoils = TRAIN + "x *= 0; y *= 0\n    for p in parameters: p *= 0\n    return parameters, []"
    page.ask(spoils)
    assert "4 of 4 examples" in page.learn(SOLUTION)["summary"]
