"""Matplotlib's backend on this page: figures become pictures below the cell that drew them.

Matplotlib imports it by its name, from the environment variable MPLBACKEND; nothing else here
may import it before Matplotlib itself is there.
"""

import base64
import contextlib
import io
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import matplotlib
import matplotlib.colors
from matplotlib import _pylab_helpers
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.rcsetup import cycler

OURS = f"module://{__name__}"
FRAMES_PER_SECOND = 10  # of an animation that does not say its own
SVG_LIMIT = 400_000  # characters; a figure of more is sent as pixels
PIXELS_PER_INCH = 192  # two for each of the page's
COLOURS = ["#3b82c4", "#d9782b", "#2a9d8f", "#8f6bd1", "#c2477f", "#8a8f3c"]  # on light and dark


@dataclass
class Page:
    """Where pictures go, in which color of ink, and which figures went there in this run."""

    emit: Callable[[dict[str, Any]], None] = lambda picture: None
    ink: str = ""
    shown: list[Any] = field(default_factory=list)


PAGE = Page()


class FigureManager(FigureManagerBase):
    """Shows all figures at once, as a notebook does."""

    @classmethod
    def pyplot_show(cls, *, block: bool | None = None) -> None:
        """Do what `plt.show()` asks: send every open figure to the page and close it."""
        show_figures()

    def show(self) -> None:
        """Do what `fig.show()` asks, in whichever cell."""
        show_one(self.canvas.figure)


class FigureCanvas(FigureCanvasAgg):
    """Draws pixels for whoever reads them; the page gets what `savefig` writes."""

    manager_class = FigureManager


def begin(emit: Callable[[dict[str, Any]], None], ink: str) -> None:
    """Let a run send its pictures to emit; what a failed one before it left open is closed."""
    PAGE.emit = emit
    PAGE.shown = []
    _pylab_helpers.Gcf.destroy_all()
    keep_backend()
    if ink != PAGE.ink:  # else what the learner has set stays
        PAGE.ink = ink
        use_ink(ink)


def keep_backend() -> None:
    """Go on showing figures below their cells, whichever backend a program asks for."""
    matplotlib.use = lambda backend, *, force=True: None
    if matplotlib.get_backend(auto_select=False) == OURS:
        return
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].switch_backend(OURS)
    else:
        matplotlib.rcParams["backend"] = OURS


def is_animation(thing: object) -> bool:
    """Return whether it is one of Matplotlib's animations."""
    module = sys.modules.get("matplotlib.animation")
    return module is not None and isinstance(thing, module.Animation)


def animation_of(figure: Figure) -> Any:
    """Return the animation that listens to the figure's events, if there is one."""
    events = figure.canvas.callbacks.callbacks.values()
    methods = [method() for event in events for method in event.values()]
    owners = [getattr(method, "__self__", None) for method in methods]
    return next((owner for owner in owners if is_animation(owner)), None)


def show_one(thing: object) -> bool:
    """Show a figure now and not again at the end; False for what is none."""
    if not isinstance(thing, Figure):
        return False
    PAGE.shown.append(thing)
    PAGE.emit(picture(thing))
    _pylab_helpers.Gcf.destroy_fig(thing)
    return True


def finish(value: object) -> bool:
    """Show what is still open; a figure that is a cell's value is shown too, then True."""
    show_figures()
    if is_animation(value):
        return True
    if not isinstance(value, Figure):
        return False
    if value not in PAGE.shown:
        PAGE.emit(picture(value))
    return True


def use_ink(ink: str) -> None:
    """Draw lines and letters in the page's colour of text, on no ground of their own.

    ink: as CSS computes it, `rgb(28, 35, 48)`, or any colour that Matplotlib knows.
    """
    parts = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", ink)
    ink = "#{:02x}{:02x}{:02x}".format(*map(int, parts.groups())) if parts else ink
    inked = ("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color")
    matplotlib.rcParams.update(dict.fromkeys(inked, ink))
    matplotlib.rcParams.update(
        {
            "figure.facecolor": "none",
            "axes.facecolor": "none",
            "savefig.facecolor": "none",
            "legend.facecolor": "none",
            "legend.framealpha": 0,
            "axes.prop_cycle": cycler(color=COLOURS),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "figure.figsize": (6.0, 3.75),
            "figure.dpi": 96,
            "figure.constrained_layout.use": True,
            "svg.hashsalt": "course",
        }
    )


def show_figures() -> None:
    """Send every open figure to the page, in the order of their numbers, and close them."""
    managers = _pylab_helpers.Gcf.get_all_fig_managers()
    try:
        for manager in sorted(managers, key=lambda one: one.num):
            PAGE.shown.append(manager.canvas.figure)
            PAGE.emit(picture(manager.canvas.figure))
    finally:
        _pylab_helpers.Gcf.destroy_all()


def picture(figure: Figure) -> dict[str, Any]:
    """Return a figure as {"type", "data", "base64", "width", "alt"}; width in page pixels."""
    animation = animation_of(figure)
    if animation is not None:
        return moving_picture(figure, animation)
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None})
    shown = {"width": round(figure.get_figwidth() * 96), "alt": described(figure)}
    if len(text.getvalue()) <= SVG_LIMIT:
        return {"type": "image/svg+xml", "data": text.getvalue(), "base64": False, **shown}
    pixels = io.BytesIO()
    figure.savefig(pixels, format="png", dpi=PIXELS_PER_INCH)
    data = base64.b64encode(pixels.getvalue()).decode("ascii")
    return {"type": "image/png", "data": data, "base64": True, **shown}


def moving_picture(figure: Figure, animation: Any) -> dict[str, Any]:
    """Return an animation as a GIF, which every page can show."""
    from matplotlib.animation import PillowWriter

    interval = getattr(animation, "_interval", 1000 / FRAMES_PER_SECOND)
    writer = PillowWriter(fps=max(1, round(1000 / interval)))
    ink = matplotlib.colors.to_rgb(matplotlib.rcParams["text.color"])
    ground = "white" if sum(ink) < 1.5 else "black"  # one frame must cover the one before
    clear = matplotlib.colors.to_rgba(figure.get_facecolor())[3] == 0
    options = {"facecolor": ground if clear else figure.get_facecolor()}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "moving.gif"
        animation.save(path, writer=writer, dpi=96, savefig_kwargs=options)
        data = base64.b64encode(path.read_bytes()).decode("ascii")
    shown = {"width": round(figure.get_figwidth() * 96), "alt": described(figure)}
    return {"type": "image/gif", "data": data, "base64": True, **shown}


def described(figure: Figure) -> str:
    """Return what a figure says about itself: its titles and the labels of its axes."""
    texts = []
    with contextlib.suppress(AttributeError):
        texts.append(figure.get_suptitle())
    for axes in figure.axes:
        texts += [axes.get_title(), axes.get_ylabel(), axes.get_xlabel()]
    return ", ".join(text for text in texts if text)
