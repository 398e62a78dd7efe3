/**
 * Open the text of a file that this module wrote as JSON; it may come from anywhere.
 * @param {string} text
 * @param {{ format: string, version: number, largest: number }} expected largest: characters
 * @returns {{ file: any } | { refused: "large" | "json" | "foreign" | "newer" }}
 */
export function openFile(text, { format, version, largest }) {
  if (text.length > largest) return { refused: "large" };
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return { refused: "json" };
  }
  if (file?.format !== format || !Number.isInteger(file.version)) return { refused: "foreign" };
  return file.version > version ? { refused: "newer" } : { file };
}
