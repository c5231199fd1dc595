// usage: node make_picture.mjs FILE.html OUT.png   The picture of the README: the top of the seeds' page. `make picture` calls it.
import { address, launch } from "../tests/browser/browser.mjs";

const [file, out] = process.argv.slice(2);
const browser = await launch();
const options = { viewport: { width: 1200, height: 900 }, colorScheme: "light", reducedMotion: "reduce", offline: true };
const page = await (await browser.newContext(options)).newPage();
await page.goto(address(file));
await page.screenshot({ path: out });
await browser.close();
