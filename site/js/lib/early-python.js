/**
 * Where early.js leaves the Python that it has started for main.js, which takes it over.
 * @type {{ process: import("./python-process.js").PythonProcess | null, taken: boolean }}
 */
export const early = { process: null, taken: false };
