"""Help with names, attributes and modules: what is missing, and what may have been meant."""

import ast
import builtins
import inspect
import sys
from types import BuiltinFunctionType, FrameType, FunctionType, MethodType, TracebackType
from typing import Any

import numpy as np

from course.cells.help.spot import NONE, Failure, Row, nearest, pythons_own, tree_of

IMPORTS = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "nn": "import nn",
    "plt": "import matplotlib.pyplot as plt",
    "math": "import math",
    "random": "import random",
    "time": "import time",
}
WHOLE = ("torch", "tensorflow", "keras", "jax")
HERE = ("numpy", "matplotlib", "nn", "math", "random", "micropip", "time", "tabulate", "tqdm")
NETWORK = ("requests", "httpx", "aiohttp", "urllib3", "websockets", "ssl", "_ssl")
FUNCTIONS = (FunctionType, BuiltinFunctionType, MethodType)
SIZED = {
    np.ndarray: "An array keeps its size. `np.append(x, value)` makes a longer copy, and a list "
    "grows with `.append(value)`.",
    tuple: "A tuple can't change. Use a list: `[1, 2]` instead of `(1, 2)`.",
}


def unknown_name(failure: Failure) -> str:
    """Explain a NameError: an import, a class, a slip of the pen, or code that has not run."""
    name = failure.match["name"]
    if name in IMPORTS:
        return f"Add the line `{IMPORTS[name]}` above."
    frame = failure.place.tb_frame if failure.place else None
    if frame and (known := in_a_class(name, frame, failure.places)):
        return known
    if hasattr(builtins, name):
        return f"The code deleted Python's own `{name}`. It's back in the next run."
    if frame and caught(name, frame.f_code.co_filename):
        return f"`{name}` is gone after its `except` block. Save it there under another name."
    here = [*(frame.f_locals if frame else ()), *failure.names, *dir(builtins)]
    close = pythons_own(failure.error) or nearest(name, here)
    if close:
        return f"There's no `{name}`. Did you mean `{close}`?"
    for function in failure.names.values():
        if isinstance(function, FunctionType) and name in function.__code__.co_varnames:
            return f"`{name}` exists only inside `{function.__name__}`. Have it `return` the value."
    return (
        f"Nothing here is called `{name}`. Is it spelled right, and has the code that sets it been "
        "run?"
    )


def in_a_class(name: str, frame: FrameType, places: list[TracebackType]) -> str | None:
    """Explain a name that belongs to a class or an object, and needs saying so."""
    for owner in ("self", "cls"):
        if owner in frame.f_locals and name in dir(frame.f_locals[owner]):
            return f"`{name}` belongs to the object. Inside a method, write `{owner}.{name}`."
    for place in places:
        body = place.tb_frame
        if is_class(body) and name in body.f_locals:
            return (
                f"`{name}` belongs to the class `{body.f_code.co_name}`, but a comprehension or "
                f"function in the class body doesn't see it. Use a `for` loop, or set `{name}` "
                "before the class."
            )
    return None


def caught(name: str, filename: str) -> bool:
    """Return whether an `except ... as name:` of this code has given, and taken, the name."""
    nodes = ast.walk(tree_of(filename))
    return any(isinstance(node, ast.ExceptHandler) and node.name == name for node in nodes)


def is_class(frame: FrameType) -> bool:
    """Return whether a frame runs the body of a class."""
    optimized = frame.f_code.co_flags & inspect.CO_OPTIMIZED  # as functions are, and no bodies
    return not optimized and frame.f_locals is not frame.f_globals


def unknown_attribute(failure: Failure) -> str | None:
    """Explain an AttributeError by what the object is, or by an attribute that is close."""
    error: Any = failure.error
    name, thing = error.name, error.obj
    if not name:
        return None  # made by hand
    if isinstance(thing, dict) and name in thing:
        return f"To read an entry of a dictionary, use square brackets: `d[{name!r}]`."
    if isinstance(thing, FUNCTIONS):
        called = f"{thing.__name__}(...)"
        return f"This is the function itself. To get what it returns, call it: `{called}`."
    if name == "append" and type(thing) in SIZED:
        return SIZED[type(thing)]
    if isinstance(thing, tuple | list) and thing and hasattr(thing[0], name):
        return of_its_elements(failure, thing, name)
    close = pythons_own(error) or nearest(name, dir(thing))
    if close:
        return f"There's no `.{name}` here. Did you mean `.{close}`?"
    if type(thing).__module__ == "__main__":
        return (
            f"This object has no `{name}` at this point. It gets one when a method runs that "
            f"says `self.{name} = ...`."
        )
    return f"There's no `.{name}` here. Check the spelling and the type."


def of_its_elements(failure: Failure, thing: tuple[Any, ...] | list[Any], name: str) -> str:
    """Explain an attribute asked of a tuple or a list that its elements have."""
    node = failure.spot.node
    owner = node.value if isinstance(node, ast.Attribute) else None
    text = owner.id if isinstance(owner, ast.Name) else "x"
    return (
        f"This is a {type(thing).__name__}, and its elements have `.{name}`. Take one of them, "
        f"such as `{text}[0].{name}`."
    )


def wrong_attribute_of_list(failure: Failure) -> str:
    """Explain an array's attribute asked of a list."""
    name = failure.match["name"]
    return f"A list has no `.{name}`. Turn it into an array with `np.array(...)`."


def missing_module(failure: Failure) -> str:
    """Explain a module that is not there."""
    error = failure.error
    name = (isinstance(error, ImportError) and error.name) or failure.match["name"]
    root, _, part = name.partition(".")
    if part and root in sys.modules:
        return f"`{root}` is here, but it has nothing called `{part}`."
    if root in WHOLE:
        return f"{root} doesn't run in the browser. This page has NumPy and `nn`."
    if root in NETWORK:
        return f"`{root}` is for the internet, and Python in this page can't reach other sites."
    if root == "IPython":
        return "This page isn't IPython, but `display(x)` works here without any import."
    if root == "_multiprocessing":
        return "Python in this page can't start other processes. Call the function directly."
    close = nearest(root, HERE)
    if close:
        return f"This page has no module `{root}`. Did you mean `{close}`?"
    return (
        f"This page has no module `{root}`. It has NumPy, Matplotlib, `nn`, and most of what "
        "comes with Python."
    )


def missing_in_module(failure: Failure) -> str:
    """Explain `from MODULE import NAME` where there is no such name."""
    name, module = failure.match["name"], failure.match["module"]
    close = pythons_own(failure.error) or nearest(name, dir(sys.modules.get(module)))
    hint = f" Did you mean `{close}`?" if close else ""
    return f"The module `{module}` has no `{name}`.{hint}"


ROWS: list[Row] = [
    (
        UnboundLocalError,
        r"variable '(?P<name>\w+)'",
        "`{name}` gets its value inside this function, but at this point it has none yet. Pass it "
        "in as an argument, or set it first.",
    ),
    (NameError, r"name '(?P<name>\w+)' is not defined", unknown_name),
    (ModuleNotFoundError, r"No module named '(?P<name>[\w.]+)", missing_module),
    (
        ImportError,
        r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'",
        missing_in_module,
    ),
    (AttributeError, r"'NoneType' object", NONE),
    (
        AttributeError,
        r"'list' object has no attribute '(?P<name>shape|T|dtype|ndim|reshape|sum|mean|dot)'",
        wrong_attribute_of_list,
    ),
    (AttributeError, "has no attribute", unknown_attribute),
]
