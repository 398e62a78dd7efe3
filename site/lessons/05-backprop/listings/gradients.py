import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)    # 16 digits, as in NumPy

net = torch.nn.Sequential(
    torch.nn.Linear(2, 2),                # x @ W1.T + b1
    torch.nn.ReLU(),
    torch.nn.Linear(2, 2),                # a1 @ W2.T + b2
)
W1, b1 = [[0.8, -0.1], [0.1, 0.7]], [0.6, -0.6]
W2, b2 = [[0.5, -0.2], [-0.4, 0.9]], [0.2, -0.3]
net[0].weight = torch.nn.Parameter(torch.tensor(W1))
net[0].bias = torch.nn.Parameter(torch.tensor(b1))
net[2].weight = torch.nn.Parameter(torch.tensor(W2))
net[2].bias = torch.nn.Parameter(torch.tensor(b2))

x = torch.tensor([[2.0, 3.0]])            # (1, 2): one example
y = torch.tensor([1])                     # (1,): its class

loss = F.cross_entropy(net(x), y)         # forward
loss.backward()                           # backward

print(f"loss {loss.item():.6f}")
for name, parameter in net.named_parameters():
    print(name)
    print(parameter.grad.numpy().round(6))
