// Formulas as a screen reader says them: a JSON list of MathML comes in, one of sentences goes out.
const sre = require("speech-rule-engine");

async function main() {
  const formulas = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
  await sre.setupEngine({ locale: "en", domain: "clearspeak", style: "default", modality: "speech" });
  await sre.engineReady();
  console.log(JSON.stringify(formulas.map((formula) => sre.toSpeech(formula))));
}

main();
