// Runs before all other scripts, on pages that need Python: its worker downloads and starts while
// the page itself is still being read.

import { parts, root } from "./generated/parts.js";
import { early } from "./lib/early-python.js";
import { PythonProcess } from "./lib/python-process.js";

if (!early.taken) {
  early.process = new PythonProcess(root, parts);
  early.process.start();
}
