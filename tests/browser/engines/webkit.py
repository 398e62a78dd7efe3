"""Drives WebKitGTK by WebDriver: opens the page, imports the scenarios, prints their JSON."""

from __future__ import annotations

import json
import sys

from selenium import webdriver

from tests.browser.engines.visits import Task, make_visits


def main(task: Task) -> None:
    service = webdriver.WebKitGTKService(executable_path=task.executable)
    driver = webdriver.WebKitGTK(options=webdriver.WebKitGTKOptions(), service=service)
    try:
        driver.set_page_load_timeout(task.seconds)
        driver.set_script_timeout(task.seconds)
        visits = make_visits(
            task, driver.get, lambda script: driver.execute_script(f"return {script}")
        )
        version = driver.capabilities["browserVersion"]
        print(json.dumps({"version": f"WebKitGTK {version}", "visits": visits}))
    finally:
        driver.quit()


if __name__ == "__main__":
    main(Task(**json.loads(sys.argv[1])))
