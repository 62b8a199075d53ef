// What the signs mean.
"use strict";
(() => {
  const { el, put, by } = tidings;
  const STATES = ["held", "claimed", "contested", "unknown"];
  const draw = (model) => {
    const t = tidings.strings;
    by("legend-name").textContent = t.legend;
    const holders = tidings.control.holders().slice(0, 6);
    const row = (sign, text) => el("li", null, sign, el("span", null, text));
    const colour = (side) => el("span", { class: "blob", style: { "--blob": tidings.sides.colour(side) }, "aria-hidden": "true" });
    const present = new Set(model.family);
    put(by("key"), el("h3", null, t.legendHolders), el("ul", null, holders.length ? holders.map((holder) => row(colour(holder), holder)) : el("li", null, t.noHolders)));
    put(by("legend-body"),
      el("ul", null, STATES.map((state) => row(tidings.icons.swatch(tidings.sides.colour(state === "unknown" ? null : holders[0]), state), t.states[state]))),
      el("h3", null, t.legendActs), el("ul", { class: "two" }, tidings.acts.FAMILIES.filter((family) => present.has(family)).map((family) => row(tidings.icons.picture(family, "firm"), tidings.acts.nameFamily(family)))),
      el("h3", null, t.legendLooks), el("ul", null, Object.keys(t.looks).map((look) => row(tidings.icons.picture("talk", look), t.looks[look]))),
      el("p", null, t.legendAreas));
  };
  tidings.legend = { draw };
})();
