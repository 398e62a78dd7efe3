"""Damaged requests: each has an answer, soon, and the next one is answered as ever.

`python3 build.py test tests/course/test_fuzz.py --inputs 10000` tries so many.
"""

from __future__ import annotations

import json
import random
import sys
from typing import Any

import pytest

from course.bridge import Bridge
from course.project.mnist import Mnist
from tests.course.asking import asked
from tests.damage import cut, damaged, within

LONGEST = 5  # s that an answer may take
SETTINGS = {"hidden": [16], "examples": 1_000, "epochs": 2, "learning_rate": 0.5}
PREDICT = "def predict(x, w, b):\n    return int(w @ x + b > 0)\n"
LEARN = {"lesson": "backprop", "name": "train", "data": "xor", "code": None, "anew": True}
NUDGE = {"lesson": "backprop", "name": "nudge", "values": {"parameter": "W1-12", "exponent": -2}}
IMAGE = {"image": [0, 255] * 392}
# Requests to all rooms.
REQUESTS: dict[str, dict[str, Any]] = {
    "cells.run": {"cell": "a", "code": "x = [1, 2]\nprint(x)", "lesson": "forward"},
    "cells.complete": {"lesson": "forward", "before": "import numpy as np\nnp.lin"},
    "cells.variables": {"lesson": "forward"},
    "cells.reset": {"lesson": "forward"},
    "exercises.check": {"lesson": "perceptron", "name": "predict", "code": PREDICT},
    "exercises.learn": LEARN,
    "figures.draw": NUDGE,
    "figures.walk": NUDGE,
    "home.take_home": {"kind": "npz", "settings": SETTINGS},
    "home.judge_model": {"size": 8, "data": "T05OWA=="},
    "project.begin_training": {"settings": SETTINGS, "run": "1", "code": None},
    "project.train": {"seconds": 0.05, "batches": 2},
    "project.training_curves": {"runs": [{"name": "Run 1", "color": 1, "record": None}]},
    "project.predict_own": IMAGE,
    "project.explain_own": {**IMAGE, "against": 3},
    "project.browse": {"chunk": "mnist-train-0", "digit": 3, "view": "all", "rows": [1], "page": 0},
    "project.mean_images": {"chunk": "mnist-train-0"},
    "bridge.answer": {"line": "Ada"},
    "bridge.cancel": {},
    "bridge.warm": {},
}


def request_text(chance: random.Random) -> str:
    """A request with something wrong in its arguments, around them, or in its text."""
    op, args = chance.choice(list(REQUESTS.items()))
    whole = {"id": 7, "op": op, "args": args}
    how = chance.random()
    if how < 0.7:
        return json.dumps({**whole, "args": damaged(args, chance)})
    return json.dumps(damaged(whole, chance)) if how < 0.9 else cut(json.dumps(whole), chance)


@pytest.mark.skipif(sys.platform in ("win32", "emscripten"), reason="needs SIGALRM")
@pytest.mark.timeout(7200)
def test_a_damaged_request_is_answered(request: pytest.FixtureRequest, data: Mnist) -> None:
    told: list[str] = []
    bridge = Bridge(told.append)
    bridge._room("project").mnist = data  # type: ignore[attr-defined]
    asked(bridge, "project.begin_training", **REQUESTS["project.begin_training"])
    for op, args in REQUESTS.items():
        assert "done" in asked(bridge, op, **args), op
    outcomes = {"done": 0, "error": 0}
    for seed in range(request.config.getoption("--inputs")):
        text = request_text(random.Random(seed))
        with within(LONGEST):
            answer = bridge.dispatch(text)
        assert isinstance(answer, str), text
        _, (outcome, what) = json.loads(answer).items()
        outcomes[outcome] += 1
        assert outcome == "done" or (what["type"] != "TimeoutError" and what["message"]), text
    assert all(outcomes.values()), outcomes
    told.clear()
    assert "done" in asked(bridge, "cells.run", cell="z", code="print(6 * 7)", lesson="loss")
    assert [json.loads(event)["text"] for event in told] == ["42\n"]
