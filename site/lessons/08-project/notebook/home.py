from course.home import files

Path("my-network.npz").write_bytes(files.npz_bytes(network))
Path("my-network.onnx").write_bytes(files.onnx_bytes(network))
Path("my_network.py").write_text(files.program(), encoding="utf-8")
print("Saved my-network.npz, my-network.onnx, and my_network.py in", Path.cwd())
