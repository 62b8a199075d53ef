// Events over time, as bars; brushing chooses the days that are shown.
"use strict";
(() => {
  const { by, svg, el } = tidings;
  const HEIGHT = 64, FOOT = 18;
  let model = null, scale = null, brush = null, brushed = null, bars = null, quiet = false, bins = null;
  const width = () => Math.max(200, by("timeline").clientWidth);
  const start = (m) => {
    model = m;
    const [first, last] = m.picture.range;
    const w = width();
    const days = last - first + 1;
    const size = Math.max(1, Math.ceil(days / Math.max(40, Math.floor(w / 5))));
    bins = { first, size, count: Math.ceil(days / size) };
    scale = d3.scaleLinear([first, first + bins.size * bins.count], [8, w - 8]);
    const root = svg("svg", { viewBox: `0 0 ${w} ${HEIGHT}`, width: w, height: HEIGHT, role: "img", "aria-label": tidings.strings.timelineLabel });
    bars = svg("g", { class: "bars" });
    const axis = svg("g", { class: "axis", transform: `translate(0,${HEIGHT - FOOT})` });
    brushed = svg("g", { class: "brush" });
    root.append(bars, axis, brushed);
    by("timeline").replaceChildren(root, el("p", { class: "hint" }, tidings.strings.timelineHint));
    const time = d3.scaleUtc([tidings.days.asDate(first), tidings.days.asDate(last + 1)], scale.range());
    const ticks = time.ticks(Math.max(3, Math.floor(w / 90))).filter((tick) => time(tick) > 24 && time(tick) < w - 28);
    d3.select(axis).call(d3.axisBottom(time).tickValues(ticks).tickFormat(d3.utcFormat(days > 400 ? "%b %Y" : "%-d %b")).tickSizeOuter(0));
    brush = d3.brushX().extent([[8, 0], [w - 8, HEIGHT - FOOT]]).on("brush end", onBrush);
    d3.select(brushed).call(brush);
    // d3 makes these for the pointer alone; by keyboard the two selects and sliders do the same
    brushed.setAttribute("aria-hidden", "true");
  };
  const onBrush = (event) => {
    if (quiet || !event.sourceEvent) return;
    if (!event.selection) { if (event.type === "end") tidings.state.set({ span: 0, day: model.picture.range[1] }, true); return; }
    const [first, last] = event.selection.map((x) => Math.round(scale.invert(x)));
    tidings.state.set({ day: Math.max(first, last - 1), span: Math.max(1, last - first) }, event.type === "end");
  };
  const count = (state) => {
    const mask = tidings.visible.findMask(model, state), known = state.known ?? 2147483647;
    const counts = new Int32Array(bins.count);
    for (let i = 0; i < model.n; i++) {
      if (!mask[i] || model.known[i] > known) continue;
      const at = Math.floor((model.to[i] - bins.first) / bins.size);
      if (at >= 0 && at < bins.count) counts[at]++;
    }
    return counts;
  };
  let lastKey = "";
  const drawBars = (state) => {
    const key = JSON.stringify(tidings.state.filters.map((name) => state[name])) + state.known + model.picture.copy + bins.size + Boolean(tidings.loadedWords);
    if (key === lastKey && bars.childNodes.length) return;
    lastKey = key;
    const counts = count(state), most = Math.max(1, ...counts), y = d3.scaleSqrt([0, most], [0, HEIGHT - FOOT - 6]);
    const wide = Math.max(1, scale(bins.first + bins.size) - scale(bins.first) - 0.6);
    bars.replaceChildren(...Array.from(counts, (n, i) => n && svg("rect", { x: scale(bins.first + i * bins.size), y: HEIGHT - FOOT - y(n), width: wide, height: y(n) })).filter(Boolean));
  };
  const show = (state) => {
    drawBars(state);
    const [first, last] = tidings.visible.bounds(state);
    const [low, high] = scale.domain();
    quiet = true;
    d3.select(brushed).call(brush.move, [scale(Math.max(low, first)), scale(Math.min(high, last + 1))].map((x) => Math.max(8, x)));
    quiet = false;
  };
  tidings.timeline = { start, show };
})();
