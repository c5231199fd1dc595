(() => {
"use strict";
const form = document.querySelector(".filter");
for (const el of document.querySelectorAll("#no-script,.no-script")) el.remove();
const toc = document.querySelector(".toc details");
if (matchMedia("(max-width:65.99rem)").matches) toc.open = false;
const open = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (!target) return;
  if (target.closest("[hidden]") && form) form.reset();
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", open);
if (form) {
  const rows = [...document.querySelectorAll(".st")].map(el => ({ el, text: null }));
  const groups = [...document.querySelectorAll(".g")];
  const folds = [...document.querySelectorAll(".fold")];
  const out = form.querySelector("output"), field = id => document.getElementById("f-" + id).value;
  const text = row => row.text ??= row.el.querySelector(".top").textContent.toLowerCase() + " " + (row.el.querySelector("blockquote")?.textContent.toLowerCase() ?? "");
  const run = () => {
    const tokens = ["p", "i", "m", "s"].map(field).filter(Boolean), q = field("q").trim().toLowerCase();
    let n = 0;
    for (const row of rows) {
      const shown = tokens.every(token => row.el.classList.contains(token)) && (!q || text(row).includes(q));
      if (row.el.hidden === shown) row.el.hidden = !shown;
      n += shown;
    }
    for (const group of groups) group.hidden = !group.querySelector(".st:not([hidden])");
    if (tokens.length || q) for (const fold of folds) fold.open = !fold.parentElement.hidden && n <= 500;
    out.textContent = form.dataset.count.replace("%(some)s", n).replace("%(all)s", rows.length);
  };
  form.addEventListener("input", run);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(run));
  run();
}
open();
})();
