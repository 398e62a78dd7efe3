// Draws SVG as PNG: a list of { svg, size } comes as JSON, the pictures go as JSON, in base64.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const wasm = fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"));
await initWasm(readFileSync(wasm));

const jobs = JSON.parse(readFileSync(0, "utf-8"));
const pictures = jobs.map(({ svg, size }) => {
  const drawn = new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
  return Buffer.from(drawn).toString("base64");
});
process.stdout.write(JSON.stringify(pictures));
