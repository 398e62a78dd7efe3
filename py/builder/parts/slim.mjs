// Runs slim_inside.py in Pyodide, which alone can make bytecode that Pyodide reads.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(`${job.pyodide}/pyodide.mjs`).href);
const pyodide = await loadPyodide({
  indexURL: `${job.pyodide}/`,
  env: { PYTHONNODEBUGRANGES: "1" }, // without the columns of each instruction, a seventh smaller
});

pyodide.FS.writeFile("/given.zip", readFileSync(job.given));
for (const wheel of job.wheels) pyodide.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
const slim = pyodide.runPython(`${readFileSync(job.program, "utf8")}\nslim`);
slim(job.kind, pyodide.toPy(job.imports));
writeFileSync(job.made, pyodide.FS.readFile("/made.zip"));
