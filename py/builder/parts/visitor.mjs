// Runs visitor_inside.py in Pyodide, with the files that the page's worker has.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// Node would show the line of Pyodide's code that an error comes from, which has a million characters.
process.on("uncaughtException", ({ message }) => {
  console.error(message);
  process.exitCode = 1;
});

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(`${job.pyodide}/pyodide.mjs`).href);
const pyodide = await loadPyodide({ indexURL: `${job.pyodide}/` });
const { unpack } = await import(`data:text/javascript,${encodeURIComponent(job.unpacker)}`);
for (const [folder, path] of Object.entries(job.packs)) {
  const pack = readFileSync(path);
  unpack(pyodide.FS, pack.buffer.slice(pack.byteOffset, pack.byteOffset + pack.length), folder);
}
const trace = pyodide.runPython(`${readFileSync(job.program, "utf8")}\ntrace`);
writeFileSync(job.made, JSON.stringify(trace(pyodide.toPy(job.requests)).toJs()));
