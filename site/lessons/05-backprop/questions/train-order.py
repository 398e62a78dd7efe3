from course.quiz.fresh import coded
from course.quiz.items import Order

LESSON, GOAL, LEVEL = "backprop", 3, 2


def make(rng):
    epochs, size = int(rng.choice([10, 20, 50])), int(rng.choice([16, 32, 64]))
    return Order(
        "Put the lines of a training loop into order.",
        coded(
            f"for epoch in range({epochs}):",
            f"    for x, y in minibatches(images, labels, {size}):",
            "        gradients = zeros_like(parameters)",
            "        trace = forward(x, parameters)",
            "        gradients += backward(trace, y)",
            "        parameters -= rate * gradients",
            "    print(loss(images, labels, parameters))",
        ),
        "For each batch: set the gradients to zero, run forward, run backward, update. When all "
        "batches have had their turn, the epoch is over and its loss can be told.",
        "backprop#the-update",
        "backprop#figure-learning?data=xor",
        alternatives=((0, 1, 3, 2, 4, 5, 6),),
    )
