"""The project: MNIST, the learner's network, its training and its evaluation."""
