import { make } from "../kit/dom.js";

/**
 * One parameter's entry of `gradients` in a verdict of the checker.
 * @typedef {(number | string)[][]} Rows a cell is a string where it is nan or inf
 * @typedef {import("../kit/generated/operations.js").gradients_Entry} Entry
 */

/**
 * Every gradient beside its measured slope: a small table of coloured numbers for each array.
 * @param {Entry[]} entries
 * @param {Record<"computed" | "measured" | "difference" | "agrees" | "differs" | "no_array" | "other_shape", string>} texts
 */
export function heatMaps(entries, texts) {
  const all = make("div", "heat-maps");
  for (const entry of entries) {
    const section = make("section", "heat-map");
    const verdict = entry.agrees ? texts.agrees : texts.differs;
    const head = make("h4", "heat-name", `${entry.name} (${entry.shape.join(" × ")}): ${verdict}`);
    section.dataset.parameter = entry.name;
    section.dataset.agrees = String(entry.agrees);
    const tables = make("div", "heat-tables");
    for (const kind of /** @type {const} */ (["computed", "measured", "difference"])) {
      const missing = kind === "computed" ? texts.no_array : texts.other_shape;
      tables.append(table(entry[kind] ?? null, texts[kind], entry.name, missing));
    }
    section.append(head, tables);
    all.append(section);
  }
  return all;
}

/** @param {Rows | null} rows @param {string} kind @param {string} name @param {string} missing */
function table(rows, kind, name, missing) {
  const made = make("table", "heat-table");
  made.append(make("caption", "", kind));
  if (!rows) {
    made.insertRow().append(make("td", "heat-missing", missing));
    return made;
  }
  const sizes = rows.flat().map((value) => Math.abs(Number(value)));
  const largest = Math.max(0.01, ...sizes.filter(Number.isFinite));
  rows.forEach((row, i) => {
    const line = made.insertRow();
    row.forEach((value, j) => line.append(cell(value, largest, `${name}[${i}, ${j}]`)));
  });
  return made;
}

/** @param {number | string} value @param {number} largest @param {string} place */
function cell(value, largest, place) {
  const made = make("td", "", signed(value, 3));
  made.title = `${place} = ${signed(value, 6)}`;
  const strength = Math.abs(Number(value)) / largest;
  made.dataset.sign = Number(value) < 0 ? "minus" : "plus";
  made.style.setProperty(
    "--strength",
    `${Number.isFinite(strength) ? Math.round(45 * strength) : 45}%`,
  );
  return made;
}

/** A number with its sign, so that no colour is needed. @param {number | string} value @param {number} digits */
function signed(value, digits) {
  if (typeof value === "string") return value;
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return (value < 0 ? "−" : "+") + text;
}
