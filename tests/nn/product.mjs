// Runs product.wasm: node product.mjs MODULE MEMORY CALLS changes the file MEMORY as the calls do.
import { readFileSync, writeFileSync } from "node:fs";

const [module, file, calls] = process.argv.slice(2);
const given = readFileSync(file);
const memory = new WebAssembly.Memory({ initial: Math.ceil(given.length / 65536) });
const bytes = new Uint8Array(memory.buffer);
bytes.set(given);
const { instance } = await WebAssembly.instantiate(readFileSync(module), { python: { memory } });
for (const call of JSON.parse(calls)) instance.exports.product(...call);
writeFileSync(file, bytes.subarray(0, given.length));
