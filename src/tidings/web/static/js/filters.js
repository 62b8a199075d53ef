// The filters, and the row of chips that says which are set.
"use strict";
(() => {
  const { el, put, by, button } = tidings;
  let model = null, waiting = 0;
  const MOST_OFFERED = 1000;
  const STANDINGS = ["confirmed", "corroborated", "reported", "contested", "refuted", "denied", "doubtful", "feared", "planned"];
  const later = (key) => (e) => { clearTimeout(waiting); waiting = setTimeout(() => tidings.state.set({ [key]: e.target.value.trim() || null }, true), 250); };
  const checks = (key, values, name, sign) => el("fieldset", null, el("legend", null, tidings.strings.filters[key]), values.map((value) => el("label", { class: "check" },
    el("input", { type: "checkbox", name: key, value, onchange: () => tidings.state.set({ [key]: [...by("filters").querySelectorAll(`input[name=${key}]:checked`)].map((box) => box.value).join(",") || null }, true) }),
    sign ? sign(value) : null, el("span", null, name(value)))));
  const field = (key, more) => el("div", { class: "field" }, el("label", { for: `by-${key}` }, tidings.strings.filters[key]), el("input", { id: `by-${key}`, type: "search", autocomplete: "off", oninput: later(key), ...more }));
  const start = (m) => {
    model = m;
    const t = tidings.strings;
    const present = tidings.acts.FAMILIES.filter((family) => m.family.includes(family));
    const sides = tidings.sides.all(m);
    put(by("filters"),
      checks("act", present, tidings.acts.nameFamily, (family) => tidings.icons.picture(family, "firm")),
      checks("standing", STANDINGS, (standing) => t.standings[standing]),
      el("div", { class: "fields" }, field("actor"), field("place", { list: "places" }),
        el("datalist", { id: "places" }, [...new Set(m.places.name)].slice(0, MOST_OFFERED).sort().map((name) => el("option", { value: name }))),
        el("div", { class: "field" }, el("label", { for: "by-side" }, t.filters.side), el("select", { id: "by-side", onchange: (e) => tidings.state.set({ side: e.target.value || null }, true) },
          el("option", { value: "" }, t.anySide), sides.map(([side, count]) => el("option", { value: side }, `${side} (${count})`)))),
        button(t.clear, clear, { class: "plain" })));
    by("text-label").textContent = t.search;
    by("text").placeholder = t.searchHint;
    by("text").addEventListener("input", later("text"));
    by("find").addEventListener("submit", (e) => e.preventDefault());
    by("filters").addEventListener("submit", (e) => e.preventDefault());
    by("filters-button").addEventListener("click", () => { by("filters").hidden = !by("filters").hidden; by("filters-button").setAttribute("aria-expanded", String(!by("filters").hidden)); tidings.resized?.(); });
    show(tidings.state.get());
  };
  const clear = () => tidings.state.set(Object.fromEntries(tidings.state.filters.map((key) => [key, null])), true);
  const nameOf = (key, value) => {
    if (key === "place") { const at = model.placeIndex.get(value); return at === undefined ? model.areas.get(value)?.properties.name || value : model.places.name[at]; }
    if (key === "act") return value.split(",").map(tidings.acts.nameFamily).join(", ");
    if (key === "standing") return value.split(",").map((one) => tidings.strings.standings[one] || one).join(", ");
    return value;
  };
  const setOf = (state) => tidings.state.filters.filter((key) => state[key]);
  const chips = (state) => setOf(state).map((key) => button([el("span", { class: "soft" }, `${tidings.strings.filters[key]}: `), tidings.words(nameOf(key, state[key])), el("span", { "aria-hidden": "true" }, " ×")],
    () => tidings.state.set({ [key]: null }, true), { class: "chip", "aria-label": tidings.tell("takeOff", { what: `${tidings.strings.filters[key]}: ${nameOf(key, state[key])}` }) }));
  const show = (state) => {
    const put_ = (node, value) => { if (document.activeElement !== node) node.value = value; };
    put_(by("text"), state.text || "");
    put_(by("by-actor"), state.actor || "");
    put_(by("by-place"), state.place ? nameOf("place", state.place) : "");
    put_(by("by-side"), state.side || "");
    for (const key of ["act", "standing"]) { const chosen = (state[key] || "").split(","); for (const box of by("filters").querySelectorAll(`input[name=${key}]`)) box.checked = chosen.includes(box.value); }
    const n = setOf(state).length;
    by("filters-button").textContent = n ? tidings.tell("filtersSet", { n }) : tidings.strings.filtersName;
  };
  tidings.filters = { start, show, chips, clear, setOf };
})();
