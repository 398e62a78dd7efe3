from course.quiz.fresh import coded
from course.quiz.items import Order

GOAL, LEVEL = 0, 2
RECAP = "Which four lines make a training step in PyTorch?"
CASES = [(kind, lr) for kind in ("SGD", "Adam") for lr in (0.001, 0.01, 0.1, 0.5)]


def make(rng, case):
    kind, lr = case
    return Order(
        "Put the lines of a PyTorch program in order: it trains `net` for 100 epochs with"
        f" {kind} and the learning rate {lr}. An epoch begins by computing the loss,"
        " and ends by printing it. (The lines are shown without their indentation.)",
        coded(
            f"optimizer = torch.optim.{kind}(net.parameters(), lr={lr})",
            "for epoch in range(100):",
            "    loss = F.cross_entropy(net(x), y)",
            "    optimizer.zero_grad()",
            "    loss.backward()",
            "    optimizer.step()",
            "    print(epoch, loss.item())",
        ),
        "The optimizer is made once, before the loop. In each epoch, compute the loss, set the old"
        " slopes to 0, find the new ones, and update the weights with them.",
        "loss#pytorch",
        alternatives=((0, 1, 2, 4, 5, 3, 6),),
    )
