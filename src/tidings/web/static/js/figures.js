// Figures over time: a bar from the lowest to the highest that each claim says, in the colour of who says so.
"use strict";
(() => {
  const { el, button, words } = tidings;
  const rows = (model, state) => {
    const f = model.picture.figures, [first, last] = tidings.visible.bounds(state), mask = tidings.visible.findMask(model, state);
    const name = (at) => (at === null ? null : model.names[at]);
    const filtered = tidings.filters.setOf(state).length > 0;
    return (f.figure || []).map((_, i) => ({ i, what: name(f.what[i]), of: name(f.of[i]), place: name(f.place[i]), by: name(f.by[i]), who: name(f.who[i]), side: name(f.side[i]), low: f.low[i], high: f.high[i], text: f.text[i], day: f.day[i] ?? f.published[i], published: f.published[i], claim: f.claim[i], report: f.document_id[i], event: f.event_id[i], all: [f.all_low[i], f.best[i], f.all_high[i]] }))
      .filter((row) => row.day !== null && row.day >= first && row.day <= last && (state.known === null || (row.published !== null && row.published <= state.known)))
      .filter((row) => !filtered || (model.index.has(row.event) && mask[model.index.get(row.event)]));
  };
  const range = (row) => (row.low === null ? tidings.tell("upTo", { n: row.high }) : row.high === null ? tidings.tell("atLeast", { n: row.low }) : row.low === row.high ? String(row.low) : `${row.low}–${row.high}`);
  const open = (row) => tidings.state.set({ tab: "report", report: row.report, claim: row.claim }, true);
  const chart = (found, width) => {
    const { asDate } = tidings.days;
    const data = found.map((row) => ({ ...row, date: asDate(row.day), from: row.low ?? row.high, to: row.high ?? row.low }));
    const positive = data.every((row) => row.from > 0);
    const plot = Plot.plot({
      className: "plot-t", width, height: 260, marginLeft: 46, ariaLabel: tidings.strings.chartLabel, y: { type: positive ? "log" : "linear", grid: true, label: null, tickFormat: "~s", ticks: 4 }, x: { type: "utc", label: null },
      marks: [Plot.ruleX(data.filter((row) => row.from !== row.to), { x: "date", y1: "from", y2: "to", stroke: (row) => tidings.sides.colour(row.side), strokeWidth: 4, strokeOpacity: 0.8 }),
        Plot.dot(data, { x: "date", y: "to", r: 4.5, fill: (row) => tidings.sides.colour(row.side), stroke: "var(--paper)", symbol: (row) => (row.high === null ? "triangle" : "circle"), title: (row) => `${row.who || ""}: ${row.text}` })],
    });
    // the list below says all that the chart does
    plot.setAttribute("role", "img");
    for (const part of plot.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
    const dots = [...plot.querySelectorAll("circle, path")].filter((shape) => shape.querySelector("title"));
    dots.forEach((dot, i) => { dot.addEventListener("click", () => open(data[i])); dot.classList.add("clickable"); });
    return plot;
  };
  const draw = (model, state) => {
    const t = tidings.strings, found = rows(model, state);
    const counts = d3.rollups(found, (v) => v.length, (row) => row.what).sort((a, b) => b[1] - a[1]);
    const chosen = counts.some(([what]) => what === state.what) ? state.what : counts[0]?.[0];
    if (!chosen) return el("div", { class: "empty" }, el("p", null, t.noFigures));
    const shown = found.filter((row) => row.what === chosen && (row.low ?? row.high) !== null);
    const charted = shown.filter((row) => row.day >= model.picture.range[0]);
    const sides = d3.rollups(shown, (v) => v.length, (row) => row.side).sort((a, b) => b[1] - a[1]);
    const width = Math.max(260, tidings.by("body").clientWidth - 24);
    return [el("div", { class: "field" }, el("label", { for: "what" }, t.figureOf), el("select", { id: "what", onchange: (e) => tidings.state.set({ what: e.target.value }, true) }, counts.map(([what, n]) => el("option", { value: what, selected: what === chosen }, `${what} (${n})`)))),
      charted.length ? chart(charted, width) : null, charted.length < shown.length ? el("p", { class: "soft" }, tidings.tell("notCharted", { n: shown.length - charted.length, day: tidings.days.say(model.picture.range[0]) })) : null,
      el("ul", { class: "key" }, sides.map(([side, n]) => el("li", null, el("span", { class: "blob", style: { "--blob": tidings.sides.colour(side) }, "aria-hidden": "true" }), words(side), ` (${n})`))),
      el("p", { class: "soft" }, t.figuresHint),
      el("ol", { class: "rows figures" }, shown.slice(-120).reverse().map((row) => el("li", null, button([el("span", { class: "what" }, el("b", null, range(row)), " ", words([chosen, row.of].filter(Boolean).join(", ")), row.place ? [" · ", words(row.place)] : ""),
        el("span", { class: "soft" }, tidings.days.say(row.day), " · ", el("span", { class: "side", style: { "--side": tidings.sides.colour(row.side) } }, words(row.who || t.noPublisher)), " · “", words(row.text), "”")], () => open(row), { class: "row" }))))];
  };
  tidings.figuresView = { draw };
})();
