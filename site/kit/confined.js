/**
 * The address of a script that starts a module worker under the page's own policy: a worker gets
 * that only if it's made from a blob. One that's loaded from its own address has no policy at all.
 * @param {URL} address the worker's module
 */
export function confined(address) {
  const start = `import ${JSON.stringify(address.href)};`;
  return URL.createObjectURL(new Blob([start], { type: "text/javascript" }));
}
