/**
 * Put values into a text's {placeholders}; what has no value stays as it is. A {count|box|boxes}
 * becomes "1 box" or "3 boxes". The templates' filter of this name does the same.
 * @param {string} template
 * @param {Record<string, string | number>} [values]
 */
export function fill(template, values = {}) {
  return template.replace(/\{(\w+)(?:\|(.*?)\|(.*?))?\}/g, (whole, name, one, many) => {
    const value = values[name];
    if (value === undefined) return whole;
    return one === undefined ? String(value) : `${value} ${String(value) === "1" ? one : many}`;
  });
}

/** Megabytes with one decimal, for progress texts. @param {number} bytes */
export function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

/** Kilobytes with one decimal. @param {number} bytes */
export function kilobytes(bytes) {
  return (bytes / 1e3).toFixed(1);
}

/**
 * A network's probability as a whole percentage, without the sign; never 100, although float32
 * rounds one that's close enough to exactly 1.
 * @param {number} share
 */
export function percent(share) {
  const rounded = Math.round(share * 100);
  return rounded === 100 ? ">99" : String(rounded);
}

/** A number with a minus as wide as a plus. @param {string} number */
export function withMinus(number) {
  return number.replace("-", "−");
}

/** A share in percent, with two decimals. @param {number} value */
export function share(value) {
  return (100 * value).toFixed(2);
}

/** A time as "12 ms" or "3.4 s". @param {number} milliseconds */
export function duration(milliseconds) {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** What an unknown thrown thing says about itself. @param {unknown} error */
export function reason(error) {
  return error instanceof Error ? error.message : String(error);
}
