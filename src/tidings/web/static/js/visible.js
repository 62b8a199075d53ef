// Which events pass the filters, and which of those the two times show.
"use strict";
(() => {
  let mask = null, lastKey = "";
  const has = (words, text) => words.some((word) => word.toLowerCase().includes(text));
  // filters by name: each takes the model and what is asked, and gives a test of an event's number
  const tests = {
    act: (m, asked) => { const chosen = new Set(asked.split(",")); return (i) => chosen.has(m.family[i]); },
    actor: (m, asked) => { const text = asked.toLowerCase(); return (i) => { const e = m.event(i); return has(e.actor, text) || has(e.target, text); }; },
    place: (m, asked) => {
      const text = asked.toLowerCase();
      const { places } = m;
      const inside = new Set(places.id.map((id, at) => at).filter((at) => places.id[at] === asked || places.within[at].includes(asked)
        || (!m.placeIndex.has(asked) && places.name[at].toLowerCase().includes(text))));
      return (i) => m.picture.events.at[i].some((at) => inside.has(at)) || has(m.event(i).place, text);
    },
    side: (m, asked) => (i) => m.event(i).sides.includes(asked),
    standing: (m, asked) => { const chosen = new Set(asked.split(",")); return (i) => chosen.has(m.names[m.picture.events.standing[i]]); },
    text: (m, asked) => {
      const wanted = asked.toLowerCase().split(/\s+/).filter(Boolean);
      const words = tidings.loadedWords || {};
      return (i) => {
        const e = m.event(i);
        const all = `${words[e.id] || ""} ${e.act} ${e.actor.join(" ")} ${e.target.join(" ")} ${e.place.join(" ")}`.toLowerCase();
        return wanted.every((word) => all.includes(word));
      };
    },
  };
  const findMask = (m, state) => {
    const key = JSON.stringify(tidings.state.filters.map((name) => state[name])) + (tidings.loadedWords ? "w" : "") + m.picture.copy;
    if (key === lastKey) return mask;
    lastKey = key;
    const asked = tidings.state.filters.filter((name) => state[name]).map((name) => tests[name](m, state[name]));
    mask = new Uint8Array(m.n);
    for (let i = 0; i < m.n; i++) mask[i] = asked.every((test) => test(i)) ? 1 : 0;
    return mask;
  };
  const bounds = (state) => [state.span ? state.day - state.span + 1 : -1e9, state.day];
  const find = (m, state) => {
    const passed = findMask(m, state);
    const [first, last] = bounds(state);
    const known = state.known ?? 2147483647;
    const found = [];
    for (let i = 0; i < m.n; i++) {
      if (passed[i] && m.to[i] >= first && m.from[i] <= last && m.known[i] <= known) found.push(i);
    }
    return found;
  };
  tidings.visible = { find, findMask, bounds };
})();
