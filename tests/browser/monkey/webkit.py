"""The monkey's hand in WebKitGTK, by WebDriver: as firefox.mjs, one JSON line for each action."""

from __future__ import annotations

import json
import sys
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.keys import Keys

PATIENCE = 60  # seconds


class Hand:
    """What can be done in a page."""

    def __init__(self, executable: str, watch: str) -> None:
        service = webdriver.WebKitGTKService(executable_path=executable)
        self.driver = webdriver.WebKitGTK(options=webdriver.WebKitGTKOptions(), service=service)
        self.driver.set_page_load_timeout(PATIENCE)
        self.driver.set_script_timeout(PATIENCE)
        self.watch = watch

    def open(self, address: str) -> None:
        self.driver.get(address)

    def evaluate(self, script: str) -> Any:
        return self.driver.execute_script(f"{self.watch}\nreturn {script}")

    def click(self, x: int, y: int) -> None:
        self.drag([(x, y)])

    def type(self, text: str) -> None:
        ActionChains(self.driver, duration=0).send_keys(text).perform()

    def press(self, keys: list[str]) -> None:
        chain = ActionChains(self.driver, duration=0)
        for key in keys:
            chain.key_down(named(key))
        for key in reversed(keys):
            chain.key_up(named(key))
        chain.perform()

    def drag(self, places: list[tuple[int, int]]) -> None:
        actions = ActionBuilder(self.driver, duration=10)
        pointer = actions.pointer_action
        pointer.move_to_location(*places[0]).pointer_down()
        for place in places[1:]:
            pointer.move_to_location(*place)
        pointer.pointer_up()
        actions.perform()

    def resize(self, width: int, height: int) -> None:
        self.driver.set_window_size(width, height)


def named(key: str) -> str:
    """Return WebDriver's character for a key."""
    names = {"Control": "CONTROL", "Shift": "SHIFT", "PageDown": "PAGE_DOWN", "PageUp": "PAGE_UP"}
    names |= {f"Arrow{way}": f"ARROW_{way.upper()}" for way in ("Left", "Right", "Up", "Down")}
    return getattr(Keys, names.get(key, key.upper()), key) if len(key) > 1 else key


def main(executable: str, watch: str) -> None:
    hand = Hand(executable, watch)
    try:
        for line in sys.stdin:
            action, *wanted = json.loads(line)
            try:
                answer = {"value": getattr(hand, action)(*wanted)}
            except Exception as error:  # the walk goes on, or ends, as its other side decides
                answer = {"error": f"{type(error).__name__}: {str(error)[:300]}"}
            print(json.dumps(answer), flush=True)
    finally:
        hand.driver.quit()


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
