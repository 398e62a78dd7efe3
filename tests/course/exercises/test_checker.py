"""The checker, on an exercise made for the purpose: every verdict that it can give."""

import json
import textwrap

import numpy as np
import pytest

import nn
from course import check as command_line
from course.bridge import Bridge
from course.cells.guard import Guard
from course.exercises.checker import check
from course.exercises.difference import difference
from course.exercises.exercise import Exercise
from course.exercises.relations import Pair, first_row
from course.exercises.values import same
from tests.course.asking import asked

FILES = {
    "layer": {
        "check": """
            import numpy as np

            import nn
            from course.exercises.exercise import Function


            def random(rng):
                n, fan_in, fan_out = rng.integers(2, 6, 3)
                x, b = rng.normal(size=(n, fan_in)), rng.normal(size=fan_out)
                return x, nn.he(fan_out, fan_in, rng), b


            def layer(x, W, b):
                return nn.relu(nn.linear(x, W, b))


            x, W, b = np.array([[1.0, 2.0, 3.0]]), np.array([[1.0, -1.0, 2.0]]), np.array([0.5])
            CHECKS = [Function("layer", expected=layer, fixed=[(x, W, b)], random=random)]
        """,
        "start": '''
            def layer(x, W, b):
                """Return relu(x W^T + b): x (n, in), W (out, in), b (out,) -> (n, out)."""
        ''',
        "solution": """
            import numpy as np


            def layer(x, W, b):
                return np.maximum(x @ W.T + b, 0)
        """,
        "mistakes": '''
            import numpy as np

            from course.exercises.exercise import mistake


            @mistake("bias-forgotten", see="#the-bias")
            def layer(x, W, b):
                """You left out
                the bias.
                """
                return np.maximum(x @ W.T, 0)


            @mistake("relu-forgotten")
            def layer(x, W, b):
                """You left out ReLU."""
                return x @ W.T + b


            @mistake("changed-in-place")
            def layer(x, W, b):
                """You changed b."""
                b += 1
                return np.maximum(x @ W.T + b - 1, 0)


            @mistake("transposed")
            def layer(x, W, b):
                """W is the wrong way round."""
                return np.maximum(x @ W + b, 0)
        ''',
    },
    "slope": {
        "check": """
            import numpy as np

            import nn
            from course.exercises.exercise import Function


            def other(z):
                return np.where(z >= 0, 1.0, 0.0)


            CHECKS = [
                Function(
                    "slope",
                    expected=nn.relu_slope,
                    fixed=[(np.array([-1.0, 0.0, 2.0]),), (np.array([0.0]),)],
                    also_right=[other],
                )
            ]
        """,
        "start": "def slope(z):\n    ...",
    },
    "value": {
        "check": """
            import nn
            from course.exercises.exercise import Variable

            CHECKS = [Variable("z", expected=lambda: nn.relu(nn.xor()[0])[3, 1] * 6)]
        """,
        "start": "z = ...",
        "solution": "z = 6",
        "mistakes": '@mistake("half")\nclass Values:\n    """You took half."""\n\n    z = 3',
    },
    "even": {
        "check": """
            from course.exercises.exercise import Holds


            def even(number):
                return True if number % 2 == 0 else f"{number % 2} is left over."


            CHECKS = [Holds("n", even), Holds("m", lambda number: number > 0)]
        """,
        "start": "n = ...\nm = ...",
        "solution": "n = 2\nm = 1",
        "mistakes": '@mistake("odd")\nclass Values:\n    """It is odd."""\n\n    n = 3',
    },
    "pair": {
        "check": """
            import nn
            from course.exercises.exercise import Function

            x, y = nn.traced_example()
            W = nn.traced_network().weights[0]
            CHECKS = [
                Function(
                    "pair",
                    expected=lambda g, x: nn.linear_backward_parameters(g, x),
                    fixed=[(W, W.T)],
                )
            ]
        """,
        "start": "def pair(g, x):\n    ...",
    },
    "varying": {
        "check": """
            from course.exercises.exercise import Function


            def varying(x):
                return tuple(2 * one for one in x)


            CHECKS = [Function("varying", varying, [(x,) for x in ([3, 1], [5], [1, 2, 3])])]
        """,
        "start": "def varying(x):\n    ...",
        "solution": "def varying(x):\n    return [one + one for one in x]",
        "mistakes": '''
            from course.exercises.exercise import mistake


            @mistake("last-left-out")
            def varying(x):
                """You left out the last one."""
                return [2 * one for one in x[:-1]]


            @mistake("not-doubled")
            def varying(x):
                """You doubled nothing."""
                return [one for one in x]
        ''',
    },
}

LAYER = "def layer(x, W, b):\n    return "


@pytest.fixture(scope="module")
def lessons(tmp_path_factory):
    root = tmp_path_factory.mktemp("lessons")
    for exercise, files in FILES.items():
        folder = root / "03-demo" / "exercises" / exercise
        folder.mkdir(parents=True)
        for name, source in files.items():
            (folder / f"{name}.py").write_text(textwrap.dedent(source), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def verdict(lessons):
    guard = Guard()

    def verdict(name, code, seconds=3.0):
        exercise = Exercise(lessons / "03-demo" / "exercises" / name)
        return check(exercise, textwrap.dedent(code), guard, seconds)

    return verdict


# ---- what passes ----

RIGHT = {
    "loops": """
        def layer(x, W, b):
            rows = []
            for row in x:
                out = []
                for weights, bias in zip(W, b):
                    z = bias
                    for value, weight in zip(row, weights):
                        z += value * weight
                    out.append(z if z > 0 else 0)
                rows.append(out)
            return rows
    """,
    "comprehension": """
        def layer(x, W, b):
            def z(row, ws, c):
                return sum(v * w for v, w in zip(row, ws)) + c
            return [[max(0.0, z(row, ws, c)) for ws, c in zip(W, b)] for row in x]
    """,
    "einsum": """
        import numpy as np
        layer = lambda x, W, b: np.einsum("ni,oi->no", x, W).__add__(b).clip(0)
    """,
    "float32": """
        import numpy as np
        def layer(x, W, b):
            z = x.astype(np.float32) @ W.T.astype(np.float32) + b.astype(np.float32)
            return z * (z > 0)
    """,
    "other names, helper, prints, recursion": """
        import nn
        print("hello")
        def relu(values):
            print(values)
            return nn.relu(values)
        def layer(inputs, weights, biases, scale=1):
            '''Mine.'''
            if len(inputs) > 1:
                first, *rest = (layer(row[None], weights, biases)[0] for row in inputs)
                return [first, *rest]
            return relu(inputs @ weights.T + biases)
        if __name__ == "__main__":
            print(layer)
    """,
    "class": """
        import numpy as np
        class Layer:
            def __call__(self, x, W, b):
                "Doc."
                z = np.dot(x, W.transpose()); z += b[np.newaxis]
                return np.where(z < 0, 0, z)
        layer = Layer()
    """,
    "tuple of tuples, generator, while": """
        def dots(row, W, b):
            i = 0
            while i < len(W):
                yield max(0, float(row.dot(W[i])) + b[i])
                i += 1
        def layer(x, W, b):
            return tuple(tuple(dots(row, W, b)) for row in x)
    """,
    "future import and docstrings": '''
        """Module."""
        from __future__ import annotations
        def layer(x: Array, W: Array, b: Array) -> Array:
            """Only a docstring above."""
            return abs(x @ W.T + b) / 2 + (x @ W.T + b) / 2
    ''',
    "works on copies": """
        def layer(x, W, b):
            x = x.copy(); x *= 2; W = W / 2
            return (x @ W.T + b).clip(min=0)
    """,
}


@pytest.mark.parametrize("style", RIGHT)
def test_right_programs_pass_however_they_are_written(verdict, style):
    assert verdict("layer", RIGHT[style]).result == "pass"


def test_both_conventions_pass_but_not_a_mixture(verdict):
    for sign in (">", ">="):
        assert verdict("slope", f"def slope(z):\n    return z {sign} 0").result == "pass"
    mixture = "def slope(z):\n    return z >= 0 if len(z) == 1 else z > 0"
    assert verdict("slope", mixture).result == "fail"


def test_a_variable(verdict):
    assert verdict("value", "z = 6.0").result == "pass"
    assert verdict("value", "import numpy as np\nz = np.array([6])").result == "pass"


def test_a_variable_of_which_several_values_will_do(verdict):
    for n in ("2", "-4", "10.0"):
        assert verdict("even", f"n, m = {n}, 1").result == "pass"
    odd = verdict("even", "n, m = 7, 1")  # another value than the known mistake's, but as wrong
    assert (odd.result, odd.diagnosis) == ("fail", "odd")
    assert odd.actual == "7"
    assert odd.expected is None
    other = verdict("even", "n, m = 7.5, 1")
    assert other.diagnosis is None
    assert other.message == "1.5 is left over.\nn\n  yours:    7.5"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("n, m = ..., 1", "It's still `...`"),
        ("n, m = None, 1", "This can't be used as `n`: unsupported operand"),
        ("n, m = 2, -1", "It doesn't do what the exercise asks."),
        ("m = 1", "There's no variable `n`"),
    ],
)
def test_a_value_that_does_not_hold_is_told_why(verdict, code, told):
    found = verdict("even", code)
    assert found.result == "fail"
    assert told in found.message


# ---- diagnosis ----


@pytest.mark.parametrize(
    ("slug", "code"),
    [
        ("bias-forgotten", "import nn\ndef layer(a, b, c):\n    return nn.relu(nn.matmul(a, b.T))"),
        (
            "bias-forgotten",
            "def layer(a, b, c):\n    return [[max(0, r @ w) for w in b] for r in a]",
        ),
        ("relu-forgotten", "import nn\nlayer = nn.linear"),
        (
            "changed-in-place",
            "def layer(x, W, b):\n    z = x @ W.T + b\n    b += 1\n    return z.clip(0)",
        ),
        ("transposed", "import nn\ndef layer(x, W, b):\n    return nn.relu(x.dot(W) + b)"),
    ],
)
def test_a_known_mistake_is_found_by_what_it_does(verdict, slug, code):
    found = verdict("layer", code)
    assert (found.result, found.diagnosis) == ("fail", slug)


def test_a_diagnosis_shows_the_smallest_failing_input(verdict):
    found = verdict("layer", f"import numpy as np\n{LAYER}np.maximum(x @ W.T, 0)")
    assert found.message == (
        "You left out the bias.\n"
        "layer(x=array([[1., 2., 3.]]), W=array([[ 1., -1.,  2.]]), b=array([0.5]))\n"
        "  expected: array([[5.5]])\n"
        "  yours:    array([[5.]])"
    )
    assert found.see == "#the-bias"
    assert (found.expected, found.actual) == ("array([[5.5]])", "array([[5.]])")


def test_the_answer_of_a_variable_is_not_given_away(verdict):
    for code in ("z = 3", "z = 4", "z = [1, 2]", "z = ..."):
        found = verdict("value", code)
        assert found.result == "fail"
        assert "6" not in found.message
        assert found.expected is None
    assert verdict("value", "z = 3").diagnosis == "half"


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("None", "The result is None"),
        ("...", "still `...`"),
        ("'text'", "The result has type str, but numbers are expected"),
        ("[[1, 2], [3]]", "The result has type list"),
        ("z.T", "transposed"),
        ("z[0]", "It has only the first row's result"),
        ("z[:1]", "It has only the first row's result"),
        ("z[..., None]", "the numbers themselves are right"),
        ("z.sum()", "Its shape is (), but it should be"),
        ("z[None, :1]", "It has only the first row's result"),
        ("-z", "The sign is wrong"),
        ("3 * z", "Every value is 3 times"),
        (
            "z / len(x)",
            "on every input we tried: look at `z / len(x)` in line 4.",
        ),
        ("z * len(W)", "Every value is 2 times the right one here. One change makes"),
        ("z / (1 + len(x))", "times the right one; on other inputs the factor varies"),
        ("z ** 2", "the square of the right one"),
        ("z[::-1]", "in reverse order"),
        ("np.roll(z, 1, axis=0)", "one step late"),
        (
            "z - b",
            "It's the right result without `b`. One change makes your code right",
        ),
        ("z + b", "It's the right result plus `b`"),
        ("z + 0.25", "off by the same amount, +0.25"),
        ("np.where(z > 1, np.nan, z)", "nan where a number is expected"),
        ("z / (z < 1)", "inf where a number is expected"),
        ("np.vstack([z[:1], 0 * z[1:]])", "The first row is right"),
        ("z ** 2 + 1", "It is 31.25 and should be 5.5"),
    ],
)
def test_an_unknown_mistake_is_described(verdict, expression, sentence):
    code = "import nn, numpy as np\ndef layer(x, W, b):\n    z = nn.relu(nn.linear(x, W, b))\n"
    found = verdict("layer", f"{code}    return {expression}")
    assert (found.result, found.diagnosis) == ("fail", None)
    assert sentence in found.message
    assert found.call in found.message


@pytest.mark.parametrize(
    ("expected", "inputs", "told"),
    [
        (np.array([0.0, 1.0, 1.0]), {"word": "ab"}, False),
        (np.array([0.0, 1.0, 1.0]), {"a": np.ones((2, 5)), "b": 3}, False),
        (np.array([0.0, 1.0, 1.0]), {"z": np.ones((3, 2))}, True),
        (np.array([0.0, 1.0, 1.0]), {"z": [1, 2, 3]}, True),
        (np.array([[0.0], [1.0], [1.0]]), {"word": "ab"}, True),
    ],
)
def test_a_row_is_told_only_of_what_has_rows(expected, inputs, told):
    wrong = expected.copy()
    wrong[1:] += 4
    assert (first_row([Pair(wrong, expected, inputs)]) is not None) == told


@pytest.mark.parametrize(
    ("returned", "sentence"),
    [
        ("(W, b)", None),
        ("[W.tolist(), b]", None),
        ("W", "Your function returns 1 value, but 2 are expected"),
        ("(W, b, b)", "Your function returns 3 values, but"),
        ("(W, -b)", "Returned value 2 of 2 (value 1 is right): The sign is wrong"),
        ("(2 * W, -b)", "Returned value 1 of 2: Every value is 2 times"),
        ("(W, None)", "Returned value 2 of 2 (value 1 is right): The result is None"),
    ],
)
def test_several_results(verdict, returned, sentence):
    code = "import nn\ndef pair(g, x):\n    W, b = nn.linear_backward_parameters(g, x)\n"
    found = verdict("pair", f"{code}    return {returned}")
    assert found.result == ("pass" if sentence is None else "fail")
    assert (sentence or "") in found.message


@pytest.mark.parametrize(
    ("returned", "sentence"),
    [
        ("tuple(one * 2 for one in x)", None),
        ("list(x)", "You doubled nothing"),
        ("[x[i] * 2 for i in range(len(x) - 1)]", "You left out the last one"),
        ("[-2 * one for one in x]", "Returned value 1 of 1: The sign is wrong"),
        ("[2 * x[0]] * len(x)", "Returned value 2 of 2: The number isn't right. It is 6 and"),
        ("[6, 2]", "Your function returns 2 values, but"),
        ("[6]", "Your function never uses `x`"),
        ("[[2 * one] for one in x[::-1]]", "Returned value 1 of"),
        ("x[5]", "varying(x=[5]) raises: IndexError"),
        ("6", "Your function returns 1 value, but"),
        ("None", "The result is None"),
    ],
)
def test_as_many_results_as_the_input_has(verdict, returned, sentence):
    found = verdict("varying", f"def varying(x):\n    return {returned}")
    assert found.result == ("pass" if sentence is None else "fail")
    assert (sentence or "") in found.message


def test_of_results_whose_number_varies_a_longer_one_may_be_shown_first():
    pairs = [((6, 0), (6, 2)), ((0,), (10,)), ((2, 0, 6), (2, 4, 6))]
    assert difference(pairs).startswith("Returned value 2 of 2: The number isn't right")


# ---- programs that misbehave ----


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("def other(): pass", "no function `layer`"),
        ("layer = 3", "no function `layer`"),
        ("def layer(x, W, b):\n    return x @ V", "raises: NameError: name 'V' is not defined"),
        ("def layer(x):\n    return x", "The function takes 1, but the call gives 3"),
        ("def layer(x, W, b):\n    return x @ W.T.T.T.T.T.T @ W @ W", "`W"),
        ("def layer(x, W, b):\n    raise SystemExit", "SystemExit"),
        ("def layer(x, W, b):\n    return layer(x, W, b)", "RecursionError"),
        (
            "import builtins\ndef layer(x, W, b):\n    del builtins.len\n    return len(x)",
            "NameError: name 'len'",
        ),
        ("def layer(x, W, b):\n    x *= 0\n    return x", "Its shape"),
        (
            "import nn\ndef layer(x, W, b):\n    z = nn.relu(nn.linear(x, W, b))\n    x[:] = 0\n"
            "    return z",
            "your code changes an input",
        ),
    ],
)
def test_misbehaviour_fails_with_its_own_message(verdict, code, sentence):
    found = verdict("layer", code)
    assert found.result == "fail"
    assert found.diagnosis is None
    assert sentence in found.message


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("def layer(x, W, b)\n    pass", "SyntaxError: expected ':' (line 1)"),
        ("import nn\n1 / 0", "ZeroDivisionError: division by zero (line 2)"),
        ("exit()", "SystemExit"),
        ("input()", "EOFError"),
        ("while True:\n    pass", "took too long"),
    ],
)
def test_a_program_that_cannot_be_run_is_an_error(verdict, code, sentence):
    found = verdict("layer", code, seconds=0.2)
    assert found.result == "error"
    assert sentence in found.message


@pytest.mark.parametrize(
    "body",
    [
        "for i in itertools.count():\n        pass",
        "return [i for i in itertools.count()]",
        "return sum(i for i in itertools.count() if i)",
        "while 1:\n        try:\n            while 1:\n                pass\n        except: pass",
        "return fibonacci(80)",
        "return list(forever())",
    ],
)
def test_loops_without_end_are_ended(verdict, body):
    code = (
        "import itertools\n"
        "def fibonacci(n):\n    return fibonacci(n - 1) + fibonacci(n - 2) if n > 1 else 1\n"
        "def forever():\n    while True:\n        yield 1\n"
        f"def layer(x, W, b):\n    {body}\n"
    )
    found = verdict("layer", code, seconds=0.2)
    assert found.result == "fail"
    assert "took too long, so it was stopped" in found.message


def test_a_loop_that_ends_late_for_one_input_only_is_shown_on_that_input(verdict):
    code = (
        "import nn\ndef layer(x, W, b):\n    while len(x) == 5:\n        pass\n"
        "    for _ in x:\n        pass\n    return nn.relu(nn.linear(x, W, b))"
    )
    found = verdict("layer", code, seconds=0.2)
    assert "took too long, so it was stopped" in found.message
    assert found.call.count("[") >= 5


def test_a_check_leaves_nothing_behind(verdict):
    verdict("layer", "import nn, sys\nnn.relu = None\nsys.stdout = None\ndef layer(): pass")
    assert nn.relu is not None
    assert verdict("layer", RIGHT["loops"]).result == "pass"


def test_an_interrupt_stops_a_check(lessons):
    bridge = Bridge(lambda text: None, lessons)
    code = "def layer(x, W, b):\n    raise KeyboardInterrupt"
    answer = asked(bridge, "exercises.check", lesson="demo", name="layer", code=code)
    assert answer["error"]["stopped"] is True


# ---- comparing ----


@pytest.mark.parametrize(
    ("actual", "expected", "answer"),
    [
        (1, True, True),
        ([1, 2], np.array([1.0, 2.0]), True),
        (np.array([0.5]), 0.5, True),
        (np.array([0.5, 0.5]), 0.5, False),
        (np.array([[1.0]]), np.array([1.0]), False),
        (np.float32(0.1), 0.1, True),
        (0.1001, 0.1, False),
        (1e-9, 0.0, True),
        (np.nan, np.nan, True),
        (np.nan, 1.0, False),
        (np.inf, np.inf, True),
        ("a", "a", True),
        ("1", 1, False),
        (None, 1, False),
        (1j, 1, False),
        ((1, 2), (1, 2), True),
        ((1, 2), (1, 2, 3), False),
        ({"a": np.ones(2)}, {"a": [1, 1]}, True),
        ([np.ones(2), np.ones(3)], [np.ones(2), np.ones(3)], True),
        (nn.traced_network(), nn.traced_network(), True),
        (nn.MLP([np.eye(2)], [np.ones(2)]), nn.MLP([np.eye(2)], [np.zeros(2)]), False),
        (np.random.default_rng(1), np.random.default_rng(1), True),
    ],
)
def test_same(actual, expected, answer):
    assert same(actual, expected) is answer


@pytest.mark.parametrize(
    ("factor", "sentence"),
    [
        (lambda x: 3.0, "Every value is 3 times the right one. Look for"),
        (lambda x: 1 / len(x), "That's 1 / `len(x)`: do you divide by it once too often"),
        (lambda x: float(len(x)), "That's `len(x)`: do you multiply by it once too often"),
    ],
)
def test_a_factor_that_is_an_argument_is_named(factor, sentence):
    inputs = [{"x": np.ones(n)} for n in (2, 3, 4)]
    right = np.array([1.0, 2.0])
    assert sentence in difference([(right * factor(one["x"]), right) for one in inputs], inputs)


def test_one_number_alone_shows_no_factor_or_offset():
    assert "The number isn't right. It is 3.0 and should be 2.0." in difference([(3.0, 2.0)])
    assert difference([(-2.0, 2.0)]).startswith("The sign is wrong.")


# ---- the bridge and the command line ----


def test_the_bridge_gives_the_verdict(lessons):
    bridge = Bridge(lambda text: None, lessons)
    code = f"{LAYER}x @ W.T + b"
    answer = asked(bridge, "exercises.check", lesson="demo", name="layer", code=code)
    assert answer["done"]["result"] == "fail"
    assert answer["done"]["diagnosis"] == "relu-forgotten"
    assert set(answer["done"]) == {
        "result", "message", "diagnosis", "call", "expected", "actual",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code", "exit_code", "diagnosis"),
    [
        ("demo/layer", FILES["layer"]["solution"], 0, None),
        ("demo/layer", FILES["layer"]["start"], 1, None),
        ("demo/layer", f"{LAYER}(x @ W + b).clip(0)", 1, "transposed"),
        ("demo/layer", "print('x'", 2, None),
        ("demo/nothing", "", 2, None),
        ("demo/layer", None, 2, None),
    ],
)
def test_the_command_line(lessons, tmp_path, capsys, name, code, exit_code, diagnosis):
    path = tmp_path / "mine.py"
    if code is not None:
        path.write_text(textwrap.dedent(code), encoding="utf-8")
    assert command_line.main([name, str(path)], lessons) == exit_code
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"result", "diagnosis", "message"}
    assert told["diagnosis"] == diagnosis
    assert told["result"] == ["pass", "fail", "error"][exit_code]
    assert told["message"]


def test_the_command_line_lists_exercises(lessons, capsys):
    assert command_line.main(["--list"], lessons) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [e["exercise"] for e in listed] == [
        f"demo/{n}" for n in ("even", "layer", "pair", "slope", "value", "varying")
    ]
    assert listed[0]["variables"] == ["n", "m"]
    assert listed[1]["functions"] == [
        {
            "name": "layer",
            "signature": "layer(x, W, b)",
            "docstring": "Return relu(x W^T + b): x (n, in), W (out, in), b (out,) -> (n, out).",
        }
    ]
    assert "transposed" in listed[1]["mistakes"]
    assert listed[4]["variables"] == ["z"]


def test_the_command_line_without_arguments_says_how(capsys):
    assert command_line.main([]) == 2
    assert "LESSON/NAME" in capsys.readouterr().err


def test_a_folder_without_its_check_is_refused(tmp_path):
    (tmp_path / "start.py").write_text("")
    with pytest.raises(ValueError, match=r"check\.py is missing"):
        Exercise(tmp_path)


def test_a_shape_that_is_wrong_in_some_cases_only_is_no_reason_to_stumble():
    pairs = [(np.ones(3), np.zeros(3)), (np.ones((4, 1)), np.zeros(4)), (1.0, np.zeros((2, 2)))]
    assert "[0], is 1.0 and should be 0.0" in difference(pairs, [{"x": np.ones(3)}] * 3)
    assert "Its shape is (4, 1)" in difference(pairs[1:])
