// A database in memory, which pyscript.js lends to PyScript where the browser refuses one.
export { indexedDB } from "fake-indexeddb";
