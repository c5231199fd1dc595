// usage: node audit.mjs FILE.html   Prints JSON: what a reader with a screen reader, a phone, a dark room or no script meets.
import { address, axe, launch } from "./browser.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const MODES = {
  "desktop light": { viewport: { width: 1280, height: 900 } },
  "desktop dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  "mobile light": { viewport: { width: 375, height: 740 } },
  "mobile dark": { viewport: { width: 375, height: 740 }, colorScheme: "dark" },
};
const WIDTHS = [320, 375, 768, 1280];
const url = address(process.argv[2]);
const browser = await launch();
const found = { axe: {}, overflow: {}, contrast: {}, missing_glyphs: [], console: [], requests: [], hit: null };

async function open(options, visit) {
  const context = await browser.newContext({ ...options, offline: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("console", message => message.type() === "error" && found.console.push(message.text()));
  page.on("pageerror", error => found.console.push(String(error)));
  page.on("request", request => request.url().startsWith("file:") || found.requests.push(request.url()));
  await page.goto(url);
  const result = await visit(page);
  await context.close();
  return result;
}

const unfold = page => page.evaluate(() => document.querySelectorAll("main details").forEach(d => { d.open = true; }));

// Text in SVG, and small bold words: axe does not look at the first. Ratio of WCAG 2, against what lies behind.
const contrasts = () => {
  const channel = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const parse = css => css.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
  const behind = el => {
    for (let e = el; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; }
    return [255, 255, 255];
  };
  const low = [];
  for (const el of document.querySelectorAll("svg text, b, i, a, .warn, .nodate")) {
    const style = getComputedStyle(el), ink = parse(el instanceof SVGElement ? style.fill : style.color);
    const r = ratio(ink, behind(el));
    if (r < 4.5) low.push(`${el.className.baseVal ?? el.className} ${el.textContent.slice(0, 20)}: ${r.toFixed(2)}`);
  }
  return low;
};

// A character without a glyph is drawn as the same box as an unassigned one.
const missing = () => {
  const canvas = document.createElement("canvas"), pen = canvas.getContext("2d", { willReadFrequently: true });
  canvas.width = canvas.height = 40;
  const draw = (text, font) => { pen.clearRect(0, 0, 40, 40); pen.font = font; pen.fillText(text, 4, 28); return canvas.toDataURL(); };
  const own = new Set([..."✕✓◆▲✚●≠△»○–°×“”‘’"]);
  for (const el of document.querySelectorAll("main, h1")) for (const c of el.innerText) own.add(c);
  const font = `24px ${getComputedStyle(document.body).fontFamily}`, box = draw("\u{10FFFE}", font);
  return [...own].filter(c => c.trim() && draw(c, font) === box);
};

for (const [name, options] of Object.entries(MODES)) {
  await open({ ...options, bypassCSP: true }, async page => {
    await unfold(page);
    await page.evaluate(axe());
    const result = await page.evaluate(tags => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }), TAGS);
    found.axe[name] = result.violations.map(v => `${v.id}: ${v.nodes.length}: ${v.nodes[0].target.join(" ")}: ${v.nodes[0].failureSummary}`);
    found.contrast[name] = await page.evaluate(contrasts);
  });
}
for (const width of WIDTHS) {
  found.overflow[width] = await open({ viewport: { width, height: 800 } }, async page => {
    await unfold(page);
    return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  });
}
await open({}, async page => {
  await unfold(page);
  found.missing_glyphs = await page.evaluate(missing);
  found.hit = await page.evaluate(() => window.hit ?? null);
});
await browser.close();
console.log(JSON.stringify(found, null, 1));
