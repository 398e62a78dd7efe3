import nn

rng = np.random.default_rng(0)  # the seed
network = nn.MLP.random((784, 128, 10), rng, "relu", np.float32)
optimizer = nn.SGD(network.parameters, learning_rate=0.1, momentum=0.9)
for epoch in range(3):
    for batch, meant in nn.minibatches(x, y, 64, rng):
        trace = network.forward(batch)
        slope = nn.cross_entropy_gradient(trace.logits, meant)
        optimizer.step(network.backward(trace, slope).parameters)
    right = nn.accuracy(network.predict(x_validation), y_validation)
    print(f"epoch {epoch + 1}: {right:.2%} of the validation images")

figure, axes = plt.subplots(4, 16, figsize=(10, 2.6))
for one, weights in zip(axes.flat, network.weights[0], strict=False):
    one.imshow(weights.reshape(28, 28), cmap="RdBu", vmin=-0.3, vmax=0.3)
    one.axis("off")
plt.show()  # the weights of 64 hidden neurons
