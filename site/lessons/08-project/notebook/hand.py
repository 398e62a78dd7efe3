if Path("my-digits.npz").exists():
    with np.load("my-digits.npz") as mine:
        drawn, meant = mine["images"].reshape(-1, 784) / np.float32(255), mine["labels"]
    print("meant", *meant)
    print("read ", *network.predict(drawn))
else:
    print("Save my-digits.npz on the project's page, and put it next to this notebook.")
