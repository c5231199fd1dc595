// usage: node keyboard.mjs FILE.html   Prints JSON: the stops of the Tab key, in order, each with its name and whether focus shows.
import { address, launch } from "./browser.mjs";

const browser = await launch();
const page = await (await browser.newContext({ offline: true })).newPage();
await page.goto(address(process.argv[2]));
const stops = [];
for (let n = 0; n < 40; n++) {
  await page.keyboard.press("Tab");
  stops.push(await page.evaluate(() => {
    const el = document.activeElement, style = getComputedStyle(el);
    return { tag: el.tagName.toLowerCase(), name: (el.getAttribute("aria-label") ?? el.innerText ?? "").trim().slice(0, 30), outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 };
  }));
}
await browser.close();
console.log(JSON.stringify(stops));
