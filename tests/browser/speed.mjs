// usage: node speed.mjs FILE.html TEXT   Prints JSON: milliseconds until the page can be used, and of a change of the filter.
import { address, launch } from "./browser.mjs";

const [file, text] = process.argv.slice(2);
const browser = await launch();
const page = await (await browser.newContext({ offline: true, reducedMotion: "reduce" })).newPage();
const loads = [];
for (let n = 0; n < 3; n++) {
  await page.goto(address(file), { waitUntil: "load" });
  loads.push(await page.evaluate(() => performance.getEntriesByType("navigation")[0].domInteractive));
}
const found = await page.evaluate(async query => {
  const change = (id, value) => {
    const field = document.getElementById(id), begin = performance.now();
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect(); // the new layout is done when this returns
    return performance.now() - begin;
  };
  const values = [...document.getElementById("f-p").options].map(o => o.value);
  const rounds = { filter: [], text: [] }; // the best of three: what else the machine does meanwhile is not the page's
  for (let n = 0; n < 3; n++) {
    rounds.filter.push(Math.max(...values.map(value => change("f-p", value))));
    change("f-p", "");
    change("f-q", "");
    rounds.text.push(change("f-q", query));
  }
  const shown = [...document.querySelectorAll(".st")].filter(el => !el.hidden).map(el => el.id);
  return { filter_ms: Math.min(...rounds.filter), text_ms: Math.min(...rounds.text), shown };
}, text);
await browser.close();
console.log(JSON.stringify({ interactive_ms: Math.min(...loads), ...found }));
