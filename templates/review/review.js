"use strict";
// Keys for what the page has as links and forms.
const keys = { j: "next", n: "next", k: "previous", p: "previous", r: "right", w: "wrong", u: "undo" };
const change = document.getElementById("change");
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (event.target.matches("input, select, textarea")) {
    if (event.key === "Escape") change.querySelector("summary").focus();
    return;
  }
  if (event.key === "c") {
    event.preventDefault();
    change.open = true;
    change.querySelector("select").focus();
  } else if (Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    document.getElementById(keys[event.key])?.click();
  }
});
