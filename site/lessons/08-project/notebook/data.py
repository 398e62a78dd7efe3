from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

if not Path("mnist.npz").exists():
    raise FileNotFoundError(
        "Save mnist.npz on the project's page, and put it next to this notebook."
    )
with np.load("mnist.npz") as mnist:
    images, labels = mnist["x_train"], mnist["y_train"]
    x_test, y_test = mnist["x_test"].reshape(-1, 784) / np.float32(255), mnist["y_test"]
x = images.reshape(-1, 784) / np.float32(255)  # rows of 784 numbers, 0 (paper) to 1 (ink)
x_validation, y_validation = x[55_000:], labels[55_000:]  # to choose by
x, y = x[:10_000], labels[:10_000]  # to train on: take up to 55,000

figure, axes = plt.subplots(2, 10, figsize=(10, 2.2))
for digit in range(10):
    axes[0, digit].imshow(images[labels == digit][0], cmap="gray_r")
    axes[1, digit].imshow(images[labels == digit].mean(axis=0), cmap="gray_r")
for one in axes.flat:
    one.axis("off")
plt.show()  # an image of each digit, and the average of all of them
