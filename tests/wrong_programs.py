"""Programs that fail, and what the sentence of help must and must not say of each.

Written before they were tried. `says`: parts that the sentence must hold, each `one|or another`;
none means that there must be no sentence at all, because nothing true beyond Python's own message
can be said. `never`: what would point away. `page`: whether it fails so only in the browser.
"""

from typing import NamedTuple


class Wrong(NamedTuple):
    code: str
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    page: bool = False


NP = "import numpy as np\n"
Z = NP + "z = np.array([-1.0, 2.0])\n"
ANY = (".any()", ".all()")
NET = "class Net:\n    rate = 0.1\n    def step(self, x):\n        return x\n"

WRONG = [
    # one answer wanted, many there
    Wrong(Z + "max(0, z)", ("`np.maximum`",), ANY),
    Wrong(Z + "a = min(z, 1)", ("`np.minimum`",), ANY),
    Wrong(Z + "def relu(z):\n    return max(0.0, z)\nrelu(z)", ("`np.maximum`",), ANY),
    Wrong(NP + "max(np.eye(2))", ("`np.max`",), (*ANY, "np.maximum")),
    Wrong(Z + "bool(z)", ("`bool`", ".any()"), ("`if`", "compare")),
    Wrong(Z + "sorted([z, z + 1])", ("compare",), (*ANY, "`if`")),
    Wrong(Z + "[z, z + 1].index(z + 1)", ("compare",), (*ANY, "`if`")),
    Wrong(Z + "z + 1 in [z, z + 1]", ("compare",), (*ANY, "`if`")),
    Wrong(Z + "if z > 0:\n    print('positive')", ("`if`", ".any()", ".all()")),
    Wrong(Z + "while z < 3:\n    z = z + 1", ("`while`", ".any()", ".all()"), ("`if`",)),
    Wrong(Z + "assert z == z", ("`assert`", ".all()"), ("`if`",)),
    Wrong(Z + "a = z if z > 0 else 0", ("`np.where(",), ANY),
    Wrong(Z + "z > 0 and z < 1", ("`&`",), ("`if`",)),
    Wrong(Z + "mask = z < 0 or z > 1", ("`|`",), ("`if`", "`&`")),
    Wrong(Z + "if z > 0 and z < 1:\n    pass", ("`&`",)),
    Wrong(Z + "not z", ("`~`",), ("`if`",)),
    Wrong(Z + "0 < z < 1", ("`&`",), ("`if`",)),
    Wrong(NP + "any(np.eye(2) > 0)", ("`np.any`",), ("`if`",)),
    Wrong(NP + "all(np.eye(2) > 0)", ("`np.all`",), ("`if`",)),
    Wrong(Z + "[a for a in [z, z] if a > 0]", ("`if`", ".any()")),
    # one number wanted, an array there
    Wrong(Z + "import math\nmath.exp(z)", ("`np.exp`",)),
    Wrong(Z + "from math import exp\n1 / (1 + exp(-z))", ("`np.exp`",)),
    Wrong(Z + "import math\n[math.log(p) for p in np.ones((2, 2))]", ("`np.log`",)),
    Wrong(Z + "float(z)", ("one number",), ("np.float(",)),
    Wrong(Z + "f'{z:.2f}'", ("`np.round|`z[0]",), ("`str(",)),
    Wrong("losses = [0.1, 0.2]\nf'{losses:.2f}'", ("list",), ("`str(", "array")),
    Wrong(Z + "np.zeros(2, 3)", ("`np.zeros((2, 3))`",)),
    Wrong(NP + "np.random.rand((2, 3))", ("separate",), ("`//`", "int(")),
    Wrong("for i in range([1, 2]):\n    pass", ("len(",), ("`//`", "int(")),
    Wrong("for i in range('3'):\n    pass", ("`int(",), ("`//`",)),
    Wrong("for i in range(6 / 2):\n    pass", ("`//`",)),
    # names
    Wrong("class A:\n    n = 3\n    x = [i * n for i in range(n)]", ("class",), ("deleted",)),
    Wrong("class A:\n    n = 3\n    x = list(i * n for i in range(2))", ("class",), ("deleted",)),
    Wrong(
        "class A:\n    n = 3\n    x = {i: n for i in range(2)}", ("class",), ("deleted", "spell")
    ),
    Wrong(
        "class A:\n    def form(self):\n        return 1\n"
        "    def show(self):\n        return form(self)\nA().show()",
        ("`self.form`",),
        ("format",),
    ),
    Wrong(
        "class A:\n    def __init__(self):\n        self.weights = 1\n"
        "    def use(self):\n        return weights\nA().use()",
        ("`self.weights`",),
        ("cell",),
    ),
    Wrong(
        NET + "    @classmethod\n    def make(cls):\n        return rate\nNet.make()",
        ("`cls.rate`",),
    ),
    Wrong("year", ("has the code that sets it been run",), ("bytearray", "Did you mean", "cell")),
    Wrong("loss + 1", ("has the code that sets it been run",), ("Did you mean", "cell")),
    Wrong(
        "def train():\n    history = [1]\ntrain()\nhistory", ("inside `train`",), ("Did you mean",)
    ),
    Wrong("epochs = 3\nfor i in range(epoch):\n    pass", ("`epochs`",)),
    Wrong("fro i in range(3):\n    pass", ("`for`",), ("line above",), True),
    Wrong("x = 1\ndef f():\n    x += 1\nf()", ("inside this function",), ("further down",)),
    Wrong(
        "def f(values):\n    for v in values:\n        last = v\n    return last\nf([])",
        ("none yet",),
        ("further down",),
    ),
    Wrong(
        "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    pass\nerror",
        ("`except`",),
        ("Did you mean",),
    ),
    # attributes
    Wrong("import math\nmath.year", ("`.year`",), ("Did you mean",)),
    Wrong(
        Z + "places = np.where(z > 0)\nplaces.min()", ("a tuple", "`places[0].min`"), ("spelling",)
    ),
    Wrong(Z + "np.nonzero(z).size", ("a tuple", "`x[0].size`"), ("spelling",)),
    Wrong("names = ['a b', 'c']\nnames.split()", ("a list", "`names[0].split`"), ("spelling",)),
    Wrong("import math\nmath.squareroot(2)", ("`.squareroot`",), ("Did you mean",)),
    Wrong("import math\nmath.sqr(2)", ("`.sqrt`",)),
    Wrong(NP + "np.ones(3).append(4)", ("`np.append",), ("Did you mean",)),
    Wrong("t = (1, 2)\nt.append(3)", ("tuple",), ("Did you mean",)),
    Wrong("d = {'rate': 0.1}\nd.rate", ("`d['rate']`",), ("Did you mean",)),
    Wrong("def f():\n    return [1]\nf.append(2)", ("`f(...)`",), ("spell",)),
    Wrong(
        "class A:\n    def use(self):\n        return self.w\nA().use()",
        ("`w`",),
        ("spell", "did you"),
    ),
    Wrong("class A:\n    weights = 1\nA().wieghts", ("`.weights`",)),
    Wrong("raise AttributeError('nothing has no attribute here')", ()),
    Wrong("xs = [2, 1].sort()\nxs.append(3)", ("None", "sort"), ("Did you mean",)),
    Wrong("(0.5).T", ("`.T`",), ("Did you mean",)),
    # shapes
    Wrong(NP + "x, w = np.ones(3), np.ones(2)\nx @ w", ("(3,)", "(2,)"), (".T", "row", "column")),
    Wrong(NP + "x, W = np.ones(3), np.ones((2, 3))\nx @ W", ("`x @ W.T`",), ("x.T",)),
    Wrong(NP + "x, W = np.ones(3), np.ones((2, 4))\nW @ x", ("(2, 4)",), (".T",)),
    Wrong(NP + "x, W = np.ones(2), np.ones((2, 4))\nW @ x", ("`W.T @ x`",), ("x.T",)),
    Wrong(NP + "np.ones(3).dot(np.ones(2))", ("(3,)",), (".T",)),
    Wrong(NP + "np.dot(np.ones((2, 3)), np.ones((2, 3)))", ("(2,3)|(2, 3)", ".T")),
    Wrong(Z + "z @ 2", ("`*`",), (".T", "column")),
    Wrong(NP + "x = np.ones(3)\nx += np.ones((2, 3))", ("`x = x +|`+=`",)),
    Wrong(NP + "x = np.zeros(3)\nx[0] = [1, 2]", ("one number",)),
    # calls
    Wrong(NP + "x = np.ones((2, 3))\nx.shape()", ("`.shape`", "without"), ("x[0]",)),
    Wrong(NP + "x = np.ones((2, 3))\nx.T()", ("`.T`", "without"), ("x[0]",)),
    Wrong("max = 3\nmax(1, 2)", ("`max`", "Python's own"), ("`*`",)),
    Wrong("2 (3 + 4)", ("`*`",)),
    Wrong("pairs = [(1, 2) (3, 4)]", ("comma",), ("x[0]",)),
    Wrong(NET + "Net()(3)", ("`Net` object", "its methods"), ("`*`",)),
    Wrong(NET + "Net.step(3)", ("`Net()`",), ("leaves out",)),
    Wrong("class A:\n    def f():\n        return 1\nA().f()", ("`self`",)),
    Wrong("class A:\n    def f(self, x):\n        return x\nA().f(1, 2)", ("`self`",)),
    Wrong("print('a', spe='')", ("`spe`",), ("spelling",), True),
    # operators
    Wrong("'3' - '1'", ("`float(...)`",), ("Text and numbers",)),
    Wrong("def rate():\n    return 1\nrate + 1", ("`rate(...)`",), ("two types",)),
    Wrong(Z + "z.sum + 1", ("`z.sum()`|`z.sum(...)`",), ("two types",)),
    Wrong("'3' < 4", ("`float(...)`",)),
    Wrong("[1, 2] > 1", ("`np.array(...)`",)),
    Wrong("[1] + 1", ("list",), ("Text",)),
    Wrong("import sys\nsys.stdout.write(3)", ("`str(",), ("Text joins",)),
    Wrong("0 ** -1", (), ("divisor",)),
    Wrong("import math\nmath.log(0)", (), ("divisor",)),
    # containers
    Wrong("seen = {1}\nseen.remove(2)", ("set",), ("dictionary",)),
    Wrong("rates = {1: 'a'}\nrates['1']", ("text",), ("spelling",)),
    Wrong("rates = {'alpha': 1}\nrates['alhpa']", ("`'alpha'`",)),
    Wrong("{}.popitem()", (), ("no such key",)),
    Wrong("'{a}'.format(b=1)", ("{a}",), ("dictionary", ".keys()")),
    Wrong("xs = []\nxs[0]", ("empty",), ("last element",)),
    Wrong("xs = []\nxs[0] = 1", ("append",), ("last element",)),
    Wrong("xs = [1, 2]\nxs[2]", ("2 elements", "counted from 0")),
    Wrong(NP + "x = np.ones(3)\nx.shape[1]", ("1 element",), ("last element",)),
    Wrong("xs = [1, 2]\nxs['a']", ("position",), ("`//`",)),
    Wrong("row = {'a': 1}\nfor cell in row:\n    cell['a']", ("text",), ("`//`",)),
    Wrong(NP + "x = np.ones(3)\nx['loss']", ("names",), ("`//`",)),
    Wrong(NP + "x = np.ones(3)\nx[np.array([0.0, 1.0])]", ("astype(int)",), ("`//`",)),
    Wrong("for i, x in [10, 20]:\n    pass", ("`enumerate(",), ("of `=`",)),
    Wrong("for a, b in [(1, 2, 3)]:\n    pass", ("exactly as many parts",), ("of `=`",)),
    Wrong("a, b = 3", ("one",), ("`return`",)),
    # raised by the learner's own `raise`
    Wrong("raise KeyError('Oslo')"),
    Wrong("raise ZeroDivisionError('n must be positive')"),
    Wrong("raise IndexError('layer index out of range')"),
    Wrong("raise AssertionError('the loss went up')"),
    Wrong("def f(n):\n    raise ValueError('too many values to unpack here')\nf(1)"),
    Wrong(NP + "np.testing.assert_allclose([1.0], [2.0])", (), ("`assert`",)),
    # syntax: Python's own words are enough where it has any
    Wrong("break", (), ("line above",)),
    Wrong("def f(x, x):\n    pass", (), ("line above",)),
    Wrong("print(sep='', 'a')", (), ("line above",)),
    Wrong("x = “one”", ("quot",), ("line above",)),
    Wrong("x = 3\u00a0+ 4", ("space",), ("line above",)),
    Wrong("y = x −1", ("minus|-",), ("line above",)),
    Wrong("f'{x'", (), ("line above",)),
    Wrong("print(1 2)", ("comma",), ("[1 2]",)),
    Wrong("x +* 2", ("line above",)),
    # commands of notebooks and terminals
    Wrong("%time f(3)", ("`%time`", "the cell shows"), ("line above",)),
    Wrong("%%timeit\nsum(range(10))", ("`timeit.timeit",), ("line above",)),
    Wrong("x = 3\n%timeit x + 1", ("`timeit.timeit",), ("line above",)),
    Wrong("%%bash\nls", ("`%%bash`",), ("line above",)),
    Wrong("!ls -la", ("`!ls`", "program"), ("line above",)),
    Wrong("print?", ("`help(...)`",), ("line above",)),
    Wrong("?print", ("`help(...)`",), ("line above",)),
    Wrong("x = 1\n>>> x + 1", ("prompt",), ("line above",)),
    Wrong("pip install numpy", ("terminal",), ("line above",)),
    Wrong("from IPython.display import display", ("`display(x)`",), ("spelling",)),
    # modules
    Wrong("import numpy.nothing", ("`numpy`", "`nothing`"), ("no module `numpy`", "Did you mean")),
    Wrong("import pandas", ("pandas",), ("Did you mean", "spelling")),
    Wrong("import sklearn.linear_model", ("sklearn",), ("Did you mean", "spelling")),
    Wrong("from math import squar", ("`squar`",), ("check its spelling",)),
    Wrong("import matplotlb", ("`matplotlib`",)),
    # what a browser has not
    Wrong("import threading\nthreading.Thread(target=print).start()", ("thread",), (), True),
    Wrong(
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor() as pool:\n    list(pool.map(abs, [1]))",
        ("thread",),
        (),
        True,
    ),
    Wrong("import multiprocessing\nmultiprocessing.Pool(2)", ("process",), (), True),
    Wrong(
        "import multiprocessing\nmultiprocessing.Process(target=print).start()",
        ("process",),
        (),
        True,
    ),
    Wrong("import subprocess\nsubprocess.run(['ls'])", ("program",), (), True),
    Wrong("import subprocess\nsubprocess.check_output('ls', shell=True)", ("program",), (), True),
    Wrong(
        "from urllib.request import urlopen\nurlopen('https://example.com/data.csv')",
        ("internet|other sites",),
        ("spelling",),
        True,
    ),
    Wrong(
        "import socket\nsocket.create_connection(('example.com', 80), timeout=1).recv(1)",
        ("internet|other sites",),
        (),
        True,
    ),
    Wrong("import requests", ("requests", "internet|other sites"), ("Did you mean", "spelling")),
    Wrong("open('digits.csv')", ("file",), ("spelling",), True),
    Wrong(NP + "np.loadtxt('digits.csv')", ("file",), ("spelling",), True),
    Wrong("import tkinter", ("tkinter",), ("Did you mean", "spelling"), True),
]
