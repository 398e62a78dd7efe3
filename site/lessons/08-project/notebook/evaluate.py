read = network.predict(x_test)
low, high = nn.wilson_interval(int((read == y_test).sum()), len(y_test))
print(f"{nn.accuracy(read, y_test):.2%} of the test images (95% interval: {low:.2%} to {high:.2%})")
print(nn.confusion_matrix(read, y_test, 10))  # a row for each digit meant, a column for each read

confidence = network.probabilities(x_test).max(axis=1)
wrong = np.flatnonzero(read != y_test)
worst = wrong[np.argsort(-confidence[wrong])][:10]
figure, axes = plt.subplots(1, 10, figsize=(10, 1.4))
for one, row in zip(axes, worst, strict=True):
    one.imshow(x_test[row].reshape(28, 28), cmap="gray_r")
    one.set_title(f"{y_test[row]}, read as {read[row]}", fontsize=6)
    one.axis("off")
plt.show()  # its most confident mistakes
