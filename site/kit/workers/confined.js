import { ours } from "../generated/parts.js";

/**
 * The address of a script that starts a module worker under the page's own policy: a worker gets
 * that only if it's made from a blob. One that's loaded from its own address has no policy at all.
 * @param {string} path the worker's module, below the folder of our files
 */
export function confined(path) {
  const start = `import ${JSON.stringify(ours + path)};`;
  return URL.createObjectURL(new Blob([start], { type: "text/javascript" }));
}
