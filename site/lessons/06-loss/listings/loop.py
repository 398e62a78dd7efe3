import numpy as np
import torch
import torch.nn.functional as F

import nn    # this module's own: data and first weights

torch.set_default_dtype(torch.float64)    # 16 digits, as in NumPy

points, classes = nn.two_moons(200, 0.1, np.random.default_rng(0))
x, y = torch.tensor(points), torch.tensor(classes)

net = torch.nn.Sequential(
    torch.nn.Linear(2, 16),
    torch.nn.ReLU(),
    torch.nn.Linear(16, 2),               # the logits: no softmax
)
first = nn.MLP.random([2, 16, 2], np.random.default_rng(0))
for layer, W, b in zip((net[0], net[2]), first.weights, first.biases):
    layer.weight = torch.nn.Parameter(torch.tensor(W))
    layer.bias = torch.nn.Parameter(torch.tensor(b))

optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
for epoch in range(201):
    loss = F.cross_entropy(net(x), y)     # forward
    optimizer.zero_grad()                 # forget the old gradients
    loss.backward()                       # backward
    optimizer.step()                      # update
    if epoch % 50 == 0:
        print(f"epoch {epoch:3}: loss {loss.item():.6f}")
