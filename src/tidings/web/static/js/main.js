// The page: gets the picture, then shows whatever the state says, whenever it changes.
"use strict";
(() => {
  const { by, el, put } = tidings;
  let model = null, visible = [], waiting = 0;
  const MAP_KEYS = ["day", "span", "known", "event", "unit", "tab", ...tidings.state.filters];
  const theme = (name) => {
    document.documentElement.dataset.theme = name;
    by("theme-button").textContent = name === "dark" ? tidings.strings.toLight : tidings.strings.toDark;
  };
  const startTheme = () => {
    theme(localStorage.getItem("tidings-theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
    by("theme-button").addEventListener("click", () => {
      const next = tidings.sides.isDark() ? "light" : "dark";
      localStorage.setItem("tidings-theme", next);
      theme(next);
      if (tidings.map.get()) { tidings.map.recolour(); drawAll(); }
    });
  };
  const summarise = () => {
    by("sum").textContent = tidings.tell("sum", { events: model.n, documents: model.documents.size, shown: visible.length });
    const silent = Object.entries(tidings.control.silent()).map(([unit, [quiet, every]]) => tidings.tell("silent", { quiet, every, units: tidings.strings.unitsMany[unit] || unit }));
    by("map-note").textContent = silent.length ? silent.join(" ") : "";
  };
  const drawMap = () => {
    const state = tidings.state.get();
    visible = tidings.visible.find(model, state);
    if (tidings.map.get()) tidings.map.show(visible, state);
    tidings.timeline.show(state);
    tidings.clocks.show(state);
  };
  // the panel follows when the slider rests
  const drawPanel = () => { clearTimeout(waiting); waiting = setTimeout(() => { summarise(); tidings.filters.show(tidings.state.get()); tidings.panel.show(model, visible); }, 60); };
  const drawAll = () => { drawMap(); drawPanel(); tidings.legend.draw(model); };
  const hear = async (changed) => {
    // events and control are drawn together, once both are of the day of knowledge; a newer day draws itself
    if (changed.has("known") && (await tidings.control.load(model, tidings.state.get().known).catch((error) => tidings.note(error.message))) === false) return;
    if (changed.has("text") && tidings.state.get().text && !tidings.loadedWords) { try { tidings.loadedWords = (await tidings.source.words()).words; } catch (error) { tidings.note(error.message); } }
    if (MAP_KEYS.some((key) => changed.has(key))) drawMap();
    if (["tab", "event", "unit", "report"].some((key) => changed.has(key)) && matchMedia("(max-width: 760px)").matches) by("panel").scrollIntoView();
    drawPanel();
  };
  tidings.note = (text) => { const note = el("p", { class: "note", role: "status" }, text); document.body.append(note); setTimeout(() => note.remove(), 8000); };
  tidings.reload = async () => {
    tidings.source.forget();
    tidings.loadedWords = tidings.state.get().text ? (await tidings.source.words()).words : null;
    const [picture, areas] = await Promise.all([tidings.source.picture(), tidings.source.areas()]);
    model = tidings.makeModel(picture, areas);
    tidings.map.renew(model);
    await tidings.control.load(model, tidings.state.get().known);
    for (const part of ["clocks", "timeline"]) tidings[part].start(model);
    drawAll();
  };
  const names = () => {
    const t = tidings.strings;
    for (const [id, text] of Object.entries({ skip: t.skip, "map-name": t.mapName, "time-name": t.timeName, "panel-name": t.panelName })) by(id).textContent = text;
    by("tabs").setAttribute("aria-label", t.panelName);
  };
  const keys = (e) => {
    if (e.target.matches("input, select, textarea") || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "/") { by("text").focus(); e.preventDefault(); }
    if (e.key === "p") tidings.clocks.play();
  };
  const defaults = (picture) => ({ day: picture.range[1], span: 30, tab: "start" });
  const start = async () => {
    names();
    startTheme();
    const [picture, areas] = await Promise.all([tidings.source.picture(), tidings.source.areas(), tidings.hand.start()]);
    performance.mark("got");
    tidings.state.start(defaults(picture));
    model = tidings.makeModel(picture, areas);
    if (tidings.state.get().text) tidings.loadedWords = (await tidings.source.words()).words;
    await tidings.control.load(model, tidings.state.get().known);
    tidings.sides.start(model, tidings.control.holders());
    for (const part of ["filters", "clocks", "timeline"]) tidings[part].start(model);
    by("time").hidden = !model.n;
    tidings.legend.draw(model);
    by("legend-more").open = matchMedia("(min-width: 1500px) and (min-height: 900px)").matches;
    tidings.state.hear(hear);
    addEventListener("keydown", keys);
    let resize = 0;
    addEventListener("resize", () => { clearTimeout(resize); resize = setTimeout(() => { tidings.timeline.start(model); drawMap(); drawPanel(); }, 150); });
    drawMap(); drawPanel();
    performance.mark("panel");
    try { await tidings.map.start(model, areas); drawMap(); }
    catch (error) { put(by("map"), el("p", { class: "empty" }, tidings.tell("noMap", { why: error.message }))); }
    performance.mark("map");
    document.documentElement.dataset.ready = "yes";
  };
  start().catch((error) => { put(by("body"), el("div", { class: "empty", role: "alert" }, el("h3", null, tidings.strings.noStart), el("p", null, error.message), el("p", null, tidings.strings.noStartHow))); document.documentElement.dataset.ready = "failed"; });
})();
