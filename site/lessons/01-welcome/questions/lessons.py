from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "welcome", 2, 1
TOPICS = {
    "The perceptron": "what one neuron can decide, and the line that it draws",
    "Activations": "why a network needs a bend, and why gradients vanish",
    "Forward propagation": "how the input becomes a prediction, layer after layer",
    "Backpropagation": "how a weight deep inside gets its gradient",
    "Loss functions": "how wrong a prediction is, as one number",
}


def make(rng):
    names = [str(name) for name in rng.permutation(list(TOPICS))[:4]]
    right, *wrong = names
    return Choice(
        f"Which lesson explains {TOPICS[right]}?",
        Option(right, f"Yes: {right} is about {TOPICS[right]}."),
        tuple(Option(name, f"{name} is about {TOPICS[name]}.", "other-lesson") for name in wrong),
        "welcome#the-module-at-a-glance",
    )
