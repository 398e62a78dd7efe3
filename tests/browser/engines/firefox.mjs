// Drives Firefox over WebDriver BiDi: opens the page, imports the scenarios, prints their JSON.
import puppeteer from "puppeteer-core";

const { executable, address, module, visits, seconds } = JSON.parse(process.argv[2]);
const limit = Date.now() + seconds * 1000;
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: executable,
  timeout: seconds * 1000,
});

/** @param {import("puppeteer-core").Page} page @param {string} visit */
async function make(page, visit) {
  await page.goto(address);
  // Every time: it runs once in a document, and a swap of processes may lose the first.
  const script = `(void import('${module}?visit=${visit}'), window.scenarios)`;
  let report = { visit, finished: false };
  while (!report.finished && Date.now() < limit) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    report = JSON.parse((await page.evaluate(script)) ?? "null") ?? report;
  }
  return report;
}

try {
  const page = await browser.newPage();
  const found = [];
  for (const visit of visits) found.push(await make(page, visit));
  console.log(JSON.stringify({ version: await browser.version(), visits: found }));
} finally {
  await browser.close();
}
