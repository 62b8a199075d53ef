// The panel beside the map: its tabs, what the chosen one shows, and what to say while it loads or fails.
"use strict";
(() => {
  const { el, put, by, button } = tidings;
  const TABS = ["start", "events", "event", "unit", "report", "figures"];
  let model = null, visible = [], drawn = 0, lastKey = "";
  const choose = (tab) => tidings.state.set({ tab }, true);
  const onKey = (e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    const open = tabs();
    choose(open[(open.indexOf(tidings.state.get().tab) + step + open.length) % open.length]);
    by("tabs").querySelector("[aria-selected=true]")?.focus();
    e.preventDefault();
  };
  const tabs = () => { const s = tidings.state.get(); return TABS.filter((tab) => (tab !== "event" || s.event) && (tab !== "unit" || s.unit) && (tab !== "report" || s.report)); };
  const drawTabs = (state) => put(by("tabs"), tabs().map((tab) => button(tidings.strings.tabs[tab], () => choose(tab), { role: "tab", id: `tab-${tab}`, "aria-selected": String(tab === state.tab), "aria-controls": "body", tabindex: tab === state.tab ? "0" : "-1", onkeydown: onKey })));
  const views = {
    start: () => tidings.startView.draw(model, visible),
    events: (state) => tidings.list.draw(model, visible, state),
    event: async (state) => tidings.eventView.draw(model, await tidings.source.one("events", state.event), state),
    unit: (state) => tidings.unitView.draw(model, state),
    report: async (state) => tidings.reportView.draw(model, await tidings.source.one("documents", state.report), state),
    figures: (state) => tidings.figuresView.draw(model, state),
  };
  const trouble = (error) => el("div", { class: "empty", role: "alert" }, el("p", null, error.message), button(tidings.strings.again, () => { tidings.source.forget(); draw(); }));
  const draw = async () => {
    const state = tidings.state.get(), mine = ++drawn, tab = tabs().includes(state.tab) ? state.tab : "events";
    drawTabs({ ...state, tab });
    by("body").setAttribute("aria-labelledby", `tab-${tab}`);
    const key = [tab, state.event, state.unit, state.report, state.claim].join();
    const made = views[tab](state);
    const waits = made instanceof Promise;
    if (waits) setTimeout(() => { if (mine === drawn && by("body").dataset.key !== key) put(by("body"), el("p", { class: "soft" }, tidings.strings.loading)); }, 200);
    const shown = waits ? await made.catch(trouble) : made;
    if (mine !== drawn) return;
    const top = key === lastKey ? by("body").scrollTop : 0;
    by("body").dataset.key = key;
    put(by("body"), shown);
    by("body").scrollTop = top;
    if (key !== lastKey && tab === "report") tidings.reportView.after();
    lastKey = key;
  };
  const show = (m, found) => { model = m; visible = found; draw(); };
  tidings.panel = { show, draw, trouble };
})();
