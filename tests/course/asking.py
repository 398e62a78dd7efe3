"""Asking the bridge as the page does."""

import json
from typing import Any

from course.bridge import Bridge


def asked(bridge: Bridge, op: str, number: int = 1, **args: Any) -> dict[str, Any]:
    """Return the answer to a request that needs no waiting; number is the request's id."""
    answer = bridge.dispatch(json.dumps({"id": number, "op": op, "args": args}))
    assert isinstance(answer, str)
    done: dict[str, Any] = json.loads(answer)
    return done
