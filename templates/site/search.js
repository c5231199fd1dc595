// Finds statements that hold every word asked for. All data stand in search-data.js; nothing is fetched.
"use strict";
const field = document.getElementById("q");
const hits = document.getElementById("hits");
const count = document.getElementById("count");
const LIMIT = 100;
const folded = STATEMENTS.map((row) => fold(row.slice(1).join(" ")));

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function element(name, text, parent) {
  const made = document.createElement(name);
  made.textContent = text;
  parent.append(made);
  return made;
}

function show(row) {
  const [link, party, speaker, day, issues, text, source] = row;
  const article = element("article", "", hits);
  article.className = "st";
  element("p", [speaker || party, issues].filter(Boolean).join(" · "), article).className = "top";
  element("p", text, element("blockquote", "", article));
  const meta = element("p", [day, source, ""].join(" · "), article);
  meta.className = "meta";
  element("a", field.dataset.open || "open", meta).href = link;
}

function search() {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  hits.replaceChildren();
  const found = words.length ? STATEMENTS.filter((_, i) => words.every((word) => folded[i].includes(word))) : [];
  count.textContent = words.length ? `${found.length}` : "";
  found.slice(0, LIMIT).forEach(show);
}

document.getElementById("form").addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", search);
field.value = new URLSearchParams(location.search).get("q") || "";
search();
