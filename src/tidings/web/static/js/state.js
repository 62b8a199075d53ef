// What is shown, as the address has it: the part after # is the whole state, so that a link shows the same to anybody.
"use strict";
(() => {
  const DAYS = ["day", "known"];
  const TEXTS = ["act", "actor", "place", "side", "standing", "text", "event", "unit", "report", "claim", "tab", "what", "map"];
  const told = [];
  let state = {};
  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    const found = {};
    for (const key of DAYS) found[key] = tidings.days.parse(given.get(key));
    for (const key of TEXTS) found[key] = given.get(key) || null;
    const span = given.get("span");
    found.span = span !== null && /^\d{1,5}$/.test(span) ? Number(span) : null;
    return found;
  };
  const write = (is) => {
    const out = new URLSearchParams();
    for (const key of DAYS) if (is[key] !== null && is[key] !== undefined) out.set(key, tidings.days.iso(is[key]));
    if (is.span !== null && is.span !== undefined) out.set("span", String(is.span));
    for (const key of TEXTS) if (is[key]) out.set(key, is[key]);
    return "#" + out.toString();
  };
  // `lasting` puts a step into the browser's history; a slider's every step would fill it
  let waiting = 0;
  const set = (change, lasting = false) => {
    const before = state;
    state = { ...state, ...change };
    const changed = new Set(Object.keys(state).filter((key) => state[key] !== before[key]));
    if (!changed.size) return;
    if (lasting) { clearTimeout(waiting); history.pushState(null, "", write(state)); }
    else { clearTimeout(waiting); waiting = setTimeout(() => history.replaceState(null, "", write(state)), 150); }
    for (const hear of told) hear(changed);
  };
  const take = () => {
    const before = state;
    state = { ...tidings.defaults, ...Object.fromEntries(Object.entries(read()).filter(([, value]) => value !== null)) };
    const changed = new Set(Object.keys({ ...before, ...state }).filter((key) => state[key] !== before[key]));
    if (changed.size) for (const hear of told) hear(changed);
  };
  const start = (defaults) => {
    tidings.defaults = { ...Object.fromEntries([...DAYS, ...TEXTS, "span"].map((key) => [key, null])), ...defaults };
    state = { ...tidings.defaults, ...Object.fromEntries(Object.entries(read()).filter(([, value]) => value !== null)) };
    addEventListener("popstate", take);
    addEventListener("hashchange", take);
  };
  const filters = ["act", "actor", "place", "side", "standing", "text"];
  tidings.state = { get: () => state, set, start, hear: (to) => told.push(to), link: (change) => write({ ...state, ...change }), filters };
})();
