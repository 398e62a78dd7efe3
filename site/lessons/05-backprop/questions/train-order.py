from course.quiz.fresh import coded
from course.quiz.items import Order

LESSON, GOAL, LEVEL = "backprop", 3, 2
CASES = [(epochs, size) for epochs in (10, 20, 50, 100) for size in (16, 64)]


def make(rng, case):
    epochs, size = case
    return Order(
        f"Put the lines of a training loop in order: {epochs} epochs, with batches of {size} rows."
        " At the end of each epoch, the loss is printed."
        " (The lines are shown without their indentation.)",
        coded(
            f"for epoch in range({epochs}):",
            f"    for x, y in minibatches(images, labels, {size}):",
            "        gradients = zeros_like(parameters)",
            "        trace = forward(x, parameters)",
            "        gradients += backward(trace, y)",
            "        parameters -= learning_rate * gradients",
            "    print(loss(images, labels, parameters))",
        ),
        "For each batch, reset the gradients, run forward, run backward, and update. When all the"
        " batches have been used, the epoch is over, and you can print its loss.",
        "backprop#the-update",
        "backprop#figure-learning?data=xor",
        alternatives=((0, 1, 3, 2, 4, 5, 6),),
    )
