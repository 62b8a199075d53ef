// Elements, made by name. Text only ever becomes text: nothing here or elsewhere reads markup.
"use strict";
(() => {
  const set = (node, key, value) => {
    if (value === null || value === undefined || value === false) return;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "style") for (const [name, is] of Object.entries(value)) node.style.setProperty(name, is);
    else if (key === "text") node.textContent = value;
    else node.setAttribute(key, value === true ? "" : value);
  };
  const fill = (node, kinds, given, children) => {
    for (const [key, value] of Object.entries(given || {})) set(node, key, value);
    node.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
    return node;
  };
  const el = (name, given, ...children) => fill(document.createElement(name), 0, given, children);
  const svg = (name, given, ...children) => fill(document.createElementNS("http://www.w3.org/2000/svg", name), 0, given, children);
  const put = (node, ...children) => { node.replaceChildren(...children.flat(9).filter(Boolean)); return node; };
  const by = (id) => document.getElementById(id);
  const button = (text, onclick, given) => el("button", { type: "button", onclick, ...given }, text);
  const say = (text) => { by("live").textContent = text; };
  // words that come from reports may run from right to left
  const words = (text, given) => el("bdi", given, text ?? "");
  Object.assign(tidings, { el, svg, put, by, button, say, words });
})();
