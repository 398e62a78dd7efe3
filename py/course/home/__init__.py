"""What a learner takes home, and models that they bring."""
