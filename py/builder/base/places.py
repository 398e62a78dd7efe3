"""Where the sources lie."""

from builder.base.bootstrap import ROOT

SITE = ROOT / "site"
MODELS = ROOT / "models"
# The rooms of the page, from the ground up: a room may use those before it (tests/test_rooms.py).
ROOMS = (
    *("kit", "python", "offline", "pad", "progress", "quiz", "reading"),
    *("cells", "figures", "exercises", "project", "home", "frame"),
)
