// The map's signs, drawn here: a shape for each family of acts in four looks, and hatching in the colours of the sides.
"use strict";
(() => {
  const SIZE = 40, RATIO = 2;
  const canvas = (size) => { const c = document.createElement("canvas"); c.width = c.height = size; return c.getContext("2d", { willReadFrequently: true }); };
  const polygon = (points) => (g) => { g.beginPath(); points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y))); g.closePath(); };
  const star = (tips, outer, inner) => polygon(Array.from({ length: tips * 2 }, (_, i) => { const r = i % 2 ? inner : outer; const a = (Math.PI * i) / tips - Math.PI / 2; return [20 + r * Math.cos(a), 20 + r * Math.sin(a)]; }));
  const regular = (corners, r, turn = 0) => polygon(Array.from({ length: corners }, (_, i) => { const a = (2 * Math.PI * i) / corners + turn; return [20 + r * Math.cos(a), 20 + r * Math.sin(a)]; }));
  const round = (r) => (g) => { g.beginPath(); g.arc(20, 20, r, 0, 2 * Math.PI); };
  const PATHS = {
    square: polygon([[10, 10], [30, 10], [30, 30], [10, 30]]),
    diamond: regular(4, 14, 0),
    star: star(5, 15, 7),
    triangle: regular(3, 14, -Math.PI / 2),
    arrow: polygon([[7, 15], [20, 15], [20, 8], [34, 20], [20, 32], [20, 25], [7, 25]]),
    circle: round(12),
    hexagon: regular(6, 13),
    cross: polygon([[10, 14], [14, 10], [20, 16], [26, 10], [30, 14], [24, 20], [30, 26], [26, 30], [20, 24], [14, 30], [10, 26], [16, 20]]),
    plus: polygon([[16, 8], [24, 8], [24, 16], [32, 16], [32, 24], [24, 24], [24, 32], [16, 32], [16, 24], [8, 24], [8, 16], [16, 16]]),
    dot: round(8),
  };
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  // firm: filled; told: filled lighter; open: hollow; ahead: hollow and dotted
  const LOOKS = { firm: { fill: "--ink" }, told: { fill: "--ink-soft" }, open: { fill: "--paper" }, ahead: { fill: "--paper", dash: [3, 3.5] } };
  const drawSign = (shape, look) => {
    const g = canvas(SIZE), path = PATHS[shape], how = LOOKS[look];
    g.lineJoin = "round";
    path(g); g.lineWidth = 7; g.strokeStyle = css("--paper"); g.stroke();
    path(g); g.fillStyle = css(how.fill); g.fill();
    g.setLineDash(how.dash || []);
    path(g); g.lineWidth = 3; g.strokeStyle = css("--ink"); g.stroke();
    return g;
  };
  const drawHatch = (colour, state) => {
    const g = canvas(16);
    g.strokeStyle = colour; g.lineWidth = 3.5; g.lineCap = "square";
    const line = (x1, y1, x2, y2) => { g.beginPath(); g.moveTo(x1, y1); g.lineTo(x2, y2); g.stroke(); };
    for (const shift of [-16, 0, 16]) {
      line(shift, 16, shift + 16, 0);
      if (state === "contested") line(shift, 0, shift + 16, 16);
    }
    return g;
  };
  const drawDots = () => {
    const g = canvas(16);
    g.fillStyle = css("--ink");
    for (const [x, y] of [[4, 4], [12, 12]]) { g.beginPath(); g.arc(x, y, 1.7, 0, 2 * Math.PI); g.fill(); }
    return g;
  };
  const image = (g) => g.getImageData(0, 0, g.canvas.width, g.canvas.height);
  const all = (colours) => {
    const found = new Map();
    for (const [family, shape] of Object.entries(tidings.acts.SHAPES)) for (const look of Object.keys(LOOKS)) found.set(`${family}-${look}`, image(drawSign(shape, look)));
    for (const colour of colours) for (const state of ["claimed", "contested"]) found.set(`hatch-${state}-${colour}`, image(drawHatch(colour, state)));
    found.set("dots", image(drawDots()));
    return found;
  };
  const put = (map, colours) => {
    for (const [name, data] of all(colours)) {
      if (map.hasImage(name)) map.updateImage(name, data);
      else map.addImage(name, data, { pixelRatio: RATIO });
    }
  };
  // the same signs for the legend and lists
  const picture = (family, look) => { const { canvas: c } = drawSign(tidings.acts.SHAPES[family], look); c.className = "sign"; c.setAttribute("aria-hidden", "true"); return c; };
  const swatch = (colour, state) => {
    const c = document.createElement("canvas"); c.width = 56; c.height = 32; c.className = "swatch"; c.setAttribute("aria-hidden", "true");
    const g = c.getContext("2d");
    if (state === "held" || state === "unknown") { g.globalAlpha = state === "held" ? 0.6 : 0.35; g.fillStyle = colour; g.fillRect(0, 0, 56, 32); }
    else { g.fillStyle = g.createPattern(drawHatch(colour, state).canvas, "repeat"); g.fillRect(0, 0, 56, 32); }
    return c;
  };
  tidings.icons = { put, picture, swatch };
})();
