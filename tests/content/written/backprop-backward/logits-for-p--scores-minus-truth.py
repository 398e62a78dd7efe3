def backward(x, y, W1, b1, W2, b2):
    hidden_raw, hidden, scores, _ = forward(x, W1, b1, W2, b2)
    residual = np.subtract(scores, y) / len(x)
    back = (residual @ W2) * (hidden_raw > 0)
    return back.T @ x, back.sum(axis=0), residual.T @ hidden, residual.sum(axis=0)
