// usage: node filter.mjs FILE.html [TEXT]   Prints JSON: which statements each filter leaves, with and without a script, and how fast.
import { address, launch } from "./browser.mjs";

const [file, text = ""] = process.argv.slice(2);
const browser = await launch();
const found = {};
const shown = page => page.evaluate(() => [...document.querySelectorAll(".st")].filter(el => el.checkVisibility()).map(el => el.id));

let words = []; // those that can be chosen without a script; with one, they are typed
for (const script of [false, true]) {
  const context = await browser.newContext({ javaScriptEnabled: script, offline: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(address(file), { waitUntil: "load" });
  const result = { loaded_ms: performance.now() - start, all: await shown(page), by: {} };
  for (const id of ["f-p", "f-i", "f-m", "f-s"]) {
    const values = await page.evaluate(i => [...document.getElementById(i).options].map(o => o.value).filter(Boolean), id);
    for (const value of values) {
      await page.selectOption(`#${id}`, value);
      result.by[`${id} ${value}`] = await shown(page);
    }
    await page.selectOption(`#${id}`, "");
  }
  if (!script) words = await page.evaluate(() => [...document.querySelectorAll("#f-w option")].map(o => [o.value, o.textContent]).filter(([value]) => value));
  for (const [value, word] of words) {
    if (script) await page.fill("#f-q", word); else await page.selectOption("#f-w", value);
    result.by[`word ${word}`] = await shown(page);
  }
  if (words.length && !script) await page.selectOption("#f-w", "");
  result.empty_headings = await page.evaluate(() => [...document.querySelectorAll(".iss")].filter(g => g.checkVisibility() && ![...g.querySelectorAll(".st")].some(s => s.checkVisibility())).length);
  if (script) {
    if (text) { await page.fill("#f-q", text); result.text = await shown(page); }
    await page.fill("#f-q", "");
    result.word_field = await page.locator("#f-w").count();
    result.count = await page.textContent(".filter output");
    // One change of a filter until the next frame is ready, the median of nine.
    result.filter_ms = await page.evaluate(async () => {
      const times = [], select = document.getElementById("f-p"), values = [...select.options].map(o => o.value);
      for (let n = 0; n < 9; n++) {
        select.value = values[n % values.length];
        const begin = performance.now();
        select.dispatchEvent(new Event("input", { bubbles: true }));
        document.body.getBoundingClientRect();
        times.push(performance.now() - begin);
      }
      return times.sort((a, b) => a - b)[4];
    });
    result.interactive_ms = await page.evaluate(() => performance.getEntriesByType("navigation")[0].domInteractive);
  } else {
    result.text_field = await page.locator("#f-q").isVisible();
  }
  found[script ? "script" : "no_script"] = result;
  await context.close();
}

// Addresses: a statement that is jumped to shows its context, with and without a script.
for (const script of [true, false]) {
  const context = await browser.newContext({ javaScriptEnabled: script, offline: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(address(file));
  const id = await page.evaluate(() => document.querySelector(".st")?.id);
  if (id) {
    await page.goto(`${address(file)}#${id}`);
    found[script ? "script" : "no_script"].context_shows = await page.evaluate(i => document.querySelector(`#${i} .cx`).checkVisibility(), id);
  }
  await context.close();
}
await browser.close();
console.log(JSON.stringify(found));
