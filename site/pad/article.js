import { strings } from "./generated/strings.js";

/** A number with the article that it takes when read aloud: "a 6", "an 8". @param {number} number */
export function withArticle(number) {
  const an = String(number).startsWith("8") || number === 11 || number === 18;
  return `${an ? strings.pad.an : strings.pad.a} ${number}`;
}
