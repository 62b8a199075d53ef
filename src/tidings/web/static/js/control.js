// Who holds what on a day, by what was known on a day: spans of each unit, looked up by day.
"use strict";
(() => {
  const KEYS = ["from", "holder", "state", "since", "standing", "lastHeard", "claims", "taker", "leans", "leansTo", "why"];
  const plain = (row) => Object.fromEntries(KEYS.map((key, i) => [key, row[i] ?? null]));
  const UNKNOWN = { holder: null, state: "unknown", since: null, standing: null, lastHeard: null, claims: [], taker: null, leans: null, leansTo: null, why: null };
  let shown = null, asked = 0;
  // the spans for a day of knowledge: the nearest day before that can be asked
  const knownDay = (model, known) => {
    if (known === null) return null;
    const days = model.picture.control_days;
    let found = days.length ? days[0] : null;
    for (const day of days) if (day <= known) found = day;
    return found;
  };
  const load = async (model, known) => {
    const mine = ++asked;
    const found = await tidings.source.spans(knownDay(model, known));
    if (mine !== asked) return false;
    shown = found;
    return true;
  };
  const of = (unit, day) => {
    const spans = shown?.units[unit.seat && unit.unit === "district" ? unit.seat : unit.id];
    if (!spans) return UNKNOWN;
    let found = null;
    for (const span of spans) { if (span[0] > day) break; found = span; }
    return found ? plain(found) : UNKNOWN;
  };
  const holders = () => {
    const counts = new Map();
    for (const spans of Object.values(shown?.units || {})) { const last = spans[spans.length - 1]; if (last[1]) counts.set(last[1], (counts.get(last[1]) || 0) + 1); }
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  };
  tidings.control = { load, of, holders, knownDay, silent: () => shown?.silent || {} };
})();
