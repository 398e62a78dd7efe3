// The monkey's hand in Firefox: reads one JSON list [action, ...arguments] per line and answers
// each with one line of JSON.
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const { executable, watch } = JSON.parse(process.argv[2]);
const browser = await puppeteer.launch({ browser: "firefox", executablePath: executable });
const page = await browser.newPage();
await page.evaluateOnNewDocument(watch);

const actions = {
  open: (address) => page.goto(address),
  evaluate: (script) => page.evaluate(script),
  click: (x, y) => page.mouse.click(x, y),
  type: (text) => page.keyboard.type(text),
  async press(keys) {
    for (const key of keys) await page.keyboard.down(key);
    for (const key of keys.toReversed()) await page.keyboard.up(key);
  },
  async drag(places) {
    await page.mouse.move(...places[0]);
    await page.mouse.down();
    for (const place of places) await page.mouse.move(...place);
    await page.mouse.up();
  },
  resize: (width, height) => page.setViewport({ width, height }),
};

try {
  for await (const line of createInterface({ input: process.stdin })) {
    const [action, ...wanted] = JSON.parse(line);
    let answer;
    try {
      const value = await actions[action](...wanted);
      answer = { value: action === "evaluate" ? (value ?? null) : null };
    } catch (error) {
      answer = { error: String(error) };
    }
    console.log(JSON.stringify(answer));
  }
} finally {
  await browser.close();
}
