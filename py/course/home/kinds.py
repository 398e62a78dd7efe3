"""Names what a file is that is no ONNX file, by how it begins. Nothing of it is opened."""

import codecs

EXPORT = "must be exported as ONNX first"
STARTS = {
    b"\x89HDF": f"an HDF5 file, as Keras writes them: it {EXPORT}",
    b"\x80": f"a pickle, as PyTorch writes them: it {EXPORT}",
    b"\x1f\x8b": "a gzip archive: unpack it first",
    b"\x93NUMPY": "a NumPy array",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "an image, a sound, or a video",
    b"II*\0": "an image",
    b"MM\0*": "an image",
    b"%PDF": "a PDF",
    b"<": "a web page or XML",
    b"{": "JSON",
}
ZIP = b"PK"
ZIPS = {  # what the name of a zip archive's first file ends with
    ".npy": f"a NumPy archive: the network in it {EXPORT}",
    ".pkl": f"a zip archive, as PyTorch writes them: it {EXPORT}",
    "metadata.json": f"a zip archive, as Keras writes them: it {EXPORT}",
    "": "a zip archive: if there's an .onnx file in it, unpack it first",
}
TFLITE = b"TFL3"  # from the fifth byte on
SPACE = "\t\n\r\f"


def kind_of(data: bytes) -> str:
    """Return what a file is, with an article where it takes one; "" where that can't be told."""
    if not data:
        return "an empty one"
    if data.startswith(ZIP):
        name = first_name(data)
        return next(kind for end, kind in ZIPS.items() if name.endswith(end))
    if data[4:8] == TFLITE:
        return f"a TensorFlow Lite file: the network {EXPORT}"
    for start, kind in STARTS.items():
        if data.startswith(start):
            return kind
    return "a text file" if is_text(data) else ""


def first_name(data: bytes) -> str:
    """Return the name of a zip archive's first file, as its head says."""
    length = int.from_bytes(data[26:28], "little")
    return data[30 : 30 + length].decode("utf-8", "replace")


def is_text(data: bytes) -> bool:
    """Say whether a file is text in UTF-8, be it cut off."""
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(data)
    except UnicodeDecodeError:
        return False
    return all(letter.isprintable() or letter in SPACE for letter in text)


def is_model(data: bytes) -> bool:
    """Say whether a file begins as all ONNX files do: with the version of the format, a number."""
    return len(data) > 1 and data[0] == 0x08 and 0 < data[1] < 0x80
