/**
 * Letters that came too late for one page get another chance on the next: their rules are put in
 * anew. What stood there before goes away, so nothing moves that anybody reads.
 */
export function askForLetters() {
  for (const sheet of document.styleSheets) {
    for (const [place, rule] of [...sheet.cssRules].entries()) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      sheet.deleteRule(place);
      sheet.insertRule(rule.cssText, place);
    }
  }
}
