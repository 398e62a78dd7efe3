"""Measure what the project's filters add to one hidden layer: the same images, epochs and shifts.

Called as `python -m training.filters --mnist DIR`; prints the share of the validation and the test
images that is right, for three seeds. Settings were chosen by the validation images.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from statistics import median

from course.project.settings import Settings
from training.baseline import SEEDS, load, right, trained

ALIKE = Settings(examples=20_000, epochs=12, shifts=True)
NETWORKS = {
    "784-128-10": replace(ALIKE, weight_decay=0.001),
    "8 filters": replace(
        ALIKE, hidden=(), filters=8, optimiser="adam", learning_rate=0.01, weight_decay=0.01
    ),
}


def main() -> None:
    """Read the command line, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    mnist = load(parser.parse_args().mnist)
    for name, settings in NETWORKS.items():
        test = []
        for seed in SEEDS:
            run = trained(mnist, replace(settings, seed=seed))
            test.append(float(right(mnist, run).mean()))
            chosen_by = run.validation.accuracy[-1]
            print(f"{name}, seed {seed}: validation {chosen_by:.2%}, test {test[-1]:.2%}")
        print(f"{name}: median on the test images {median(test):.2%}", flush=True)


if __name__ == "__main__":
    main()
