// Chromium for the other scripts: found under NODE_TOOLS (playwright-core, axe-core) and CHROMIUM. Exit code 2: none to be had.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(resolve(process.env.NODE_TOOLS ?? ".node", "package.json"));
const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export const address = file => pathToFileURL(resolve(file)).href;

export const axe = () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export async function launch() {
  try {
    const { chromium } = require("playwright-core");
    return await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  } catch (error) {
    console.error(`no browser: ${String(error.message).split("\n")[0]}`);
    process.exit(2);
  }
}
