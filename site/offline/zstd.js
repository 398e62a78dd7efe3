// Undoes Zstandard. No module: the service worker, which cannot have modules, needs it too.
import { Decompress, decompress } from "fzstd";

Object.assign(globalThis, { zstd: { Decompress, decompress } });
