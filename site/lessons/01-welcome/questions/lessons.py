from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "welcome", 2, 1
TOPICS = {
    "The perceptron": "What a single neuron can decide, and how it learns",
    "Activations": "Why layers need a bend, and what the bend does to gradients",
    "Forward propagation": "How an input becomes a prediction, layer by layer",
    "Backpropagation": "How every weight gets its slope, and how it then learns",
    "Loss functions": "How wrong a prediction is, and whether its confidence can be trusted",
}
CASES = (
    ("One neuron should separate four points and never gets all of them right.", "The perceptron",
     "which points a single neuron can separate, and which it can’t"),
    ("You take all the activation functions out of a deep network, and it gets no better than a"
     " single layer.", "Activations", "that layers without a bend in between are one layer"),
    ("In a network of ten layers, the first layer hardly learns, the last one learns well.",
     "Activations", "how slopes multiply from layer to layer until almost nothing is left"),
    ("You have 784 pixels and two matrices of weights. You want to know which digit the network"
     " answers.", "Forward propagation", "how an image goes through the matrices, up to the digit"),
    ("The answer is wrong. You want to know how much a weight in the first layer contributed.",
     "Backpropagation", "how much each weight contributed to the loss"),
    ("You wrote code for gradients and want to check it by nudging one weight.", "Backpropagation",
     "how to measure a slope by nudging one weight, and so check the code"),
    ("A network says “90%” and is right in only seven of ten such cases.", "Loss functions",
     "how to compare a network’s confidence with how often it’s right"),
    ("One network gives the right digit 60%, another 90%. You want a number for the difference.",
     "Loss functions", "how much a prediction costs, given the true class’s probability"),
)  # fmt: skip


def make(rng, case):
    text, right, why = case
    others = [str(name) for name in rng.permutation([name for name in TOPICS if name != right])]
    return Choice(
        f"{text} What do you have to know about here?",
        Option(TOPICS[right], f"*{right}* explains {why}."),
        tuple(
            Option(TOPICS[name], f"*{name}* explains that. It’s another question.", "other-lesson")
            for name in others[:3]
        ),
        "welcome#the-module-at-a-glance",
    )
