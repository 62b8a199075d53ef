// A colour for each side: the same for who holds a place and for who says a thing. Told apart by the colour-blind too.
"use strict";
(() => {
  const LIGHT = ["#c4520a", "#0072b2", "#8a6d00", "#2e8fc9"];
  const DARK = ["#ff9255", "#5ab4f0", "#e6cf4a", "#9adcff"];
  // voices of no side by their kind
  const KIND_COLOURS = { light: { witness: "#a3528a", "third party": "#007a5a", "foreign outlet": "#007a5a", outlet: "#343f4b" }, dark: { witness: "#e39bc6", "third party": "#3ccf9f", "foreign outlet": "#3ccf9f", outlet: "#d3dae1" } };
  const GREY = { light: "#6d747b", dark: "#9aa3ab" };
  const KINDS = /^(witness|third party|a party|foreign outlet|outlet|other source|unnamed source|unknown)/;
  let order = new Map();
  const isDark = () => document.documentElement.dataset.theme === "dark";
  const start = (model, holders) => {
    const counts = new Map(holders.map((holder, i) => [holder, 1e7 * (holders.length - i)]));
    for (const row of model.picture.events.sides || []) for (const side of row) {
      const name = model.names[side];
      if (!KINDS.test(name)) counts.set(name, (counts.get(name) || 0) + 1);
    }
    const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
    order = new Map(names.map((name, i) => [name, i]));
  };
  const colour = (side) => {
    const at = order.get(side);
    const list = isDark() ? DARK : LIGHT, kind = KIND_COLOURS[isDark() ? "dark" : "light"][side];
    if (kind) return kind;
    return at === undefined || at >= list.length ? GREY[isDark() ? "dark" : "light"] : list[at];
  };
  const all = (model) => {
    const counts = new Map();
    for (const row of model.picture.events.sides || []) for (const side of row) counts.set(model.names[side], (counts.get(model.names[side]) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  };
  tidings.sides = { start, colour, all, isDark };
})();
