"""Running a learner's code: output, packages, plots, completions, errors in plain words."""
