"""What becomes the Python file that a learner takes home; see `course.takehome.program`."""
