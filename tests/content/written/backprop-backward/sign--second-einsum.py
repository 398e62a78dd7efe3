def backward(x, y, W1, b1, W2, b2):
    z, a, _, p = forward(x, W1, b1, W2, b2)
    residual = (y - p) / y.shape[0]
    hidden = np.einsum("nc,ch,nh->nh", residual, W2, (z > 0) * 1.0)
    return hidden.T @ x, np.einsum("nh->h", hidden), residual.T @ a, np.einsum("nc->c", residual)
