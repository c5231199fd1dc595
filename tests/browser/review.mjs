// usage: node review.mjs ADDRESS   Walks through the page of `briefing review` with the keyboard alone. Prints JSON.
import { axe, launch } from "./browser.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const MODES = {
  "desktop light": { viewport: { width: 1280, height: 900 } },
  "desktop dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  "mobile light": { viewport: { width: 320, height: 740 } },
  "mobile dark": { viewport: { width: 320, height: 740 }, colorScheme: "dark" },
};
const browser = await launch();
const found = { axe: {}, overflow: {}, console: [], requests: [] };
const address = process.argv[2], host = new URL(address).host;

const listening = page => {
  page.on("console", message => message.type() === "error" && found.console.push(message.text()));
  page.on("pageerror", error => found.console.push(String(error)));
  page.on("request", request => new URL(request.url()).host === host || found.requests.push(request.url()));
  return page;
};
const first = await browser.newContext();
const page = listening(await first.newPage());
await page.goto(address);
const storageState = await first.storageState(), opened = page.url();

for (const [name, options] of Object.entries(MODES)) {
  const context = await browser.newContext({ ...options, storageState, bypassCSP: true });
  const shown = listening(await context.newPage());
  await shown.goto(opened);
  await shown.evaluate(() => { document.getElementById("change").open = true; });
  await shown.evaluate(axe());
  const result = await shown.evaluate(tags => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }), TAGS);
  found.axe[name] = result.violations.map(v => `${v.id}: ${v.nodes[0].target.join(" ")}: ${v.nodes[0].failureSummary}`);
  found.overflow[name] = await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await context.close();
}

// The keyboard alone: change the party, hide, take both back, go on.
const key = async (name, wait = true) => {
  const turned = wait ? page.waitForNavigation() : null;
  await page.keyboard.press(name);
  await turned;
};
const text = () => page.evaluate(() => document.querySelector("main").innerText);
await key("c", false);
for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
for (let i = 0; i < 7; i++) await page.keyboard.press("Tab");
await page.keyboard.type("Heard on the tape.");
await key("Enter");
found.changed = await text();
await key("w");
found.hidden = await text();
await key("u");
await key("u");
found.undone = await text();
await key("r");
found.next = page.url() !== opened;
await key("k");
found.back = page.url() === opened;
await key("w");
await browser.close();

// Nobody else opens it: not with the spent token, not from another origin.
found.spent = (await fetch(address)).status;
found.foreign = (await fetch(opened, { method: "POST", headers: { Origin: "http://evil.example" }, body: "what=hide" })).status;
console.log(JSON.stringify(found));
