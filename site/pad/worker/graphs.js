// Runs the recogniser's graphs apart from the page. Out: {told: {loaded, total}} while they load,
// then what Graphs.load gives or {failed} once. In: {graphs, values}, what Graphs.run takes. Out:
// {values} or {failed}.
import { Graphs } from "../graphs.js";
import { reason } from "../../kit/text.js";

const all = new Graphs((bytes) => self.postMessage({ told: bytes }));

/** @param {MessageEvent<{ graphs: string[], values: import("../graphs.js").Values }>} event */
self.onmessage = async ({ data: { graphs, values } }) => {
  try {
    const made = await all.run(graphs, values);
    const buffers = Object.values(made).map(({ data }) => data.buffer);
    self.postMessage({ values: made }, { transfer: buffers });
  } catch (error) {
    self.postMessage({ failed: reason(error) });
  }
};
all.load().then(
  (loaded) => self.postMessage(loaded),
  (error) => self.postMessage({ failed: reason(error) }),
);
