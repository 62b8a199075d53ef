// Who holds the chosen place, since when, and on whose word.
"use strict";
(() => {
  const { el, words } = tidings;
  const draw = async (model, state) => {
    const t = tidings.strings, unit = model.unit.get(state.unit);
    if (!unit) return el("div", { class: "empty" }, el("p", null, t.noUnit));
    const is = tidings.control.of(unit, state.day);
    const claims = await Promise.all(is.claims.map((id) => tidings.source.one("claims", id).then((found) => found.claim)));
    const area = model.areas.get(unit.id);
    return [el("h3", { class: "title" }, words(unit.place), unit.province && unit.province !== unit.place ? [", ", words(unit.province)] : null),
      el("p", { class: "soft" }, t.units[unit.unit] || unit.unit, unit.pcode ? ` · ${unit.pcode}` : "", area && area.properties.drawn !== "outline" ? ` · ${t.approximate}` : ""),
      el("p", { class: "held" }, tidings.icons.swatch(tidings.sides.colour(is.state === "unknown" ? null : is.holder), is.state), " ",
        el("span", null, is.state === "unknown" ? t.unknownHolder : [is.holder ? [words(is.holder), ": "] : "", t.states[is.state]])),
      is.state === "unknown" ? el("p", null, t.unknownMeans) : el("p", null, is.since === null ? "" : tidings.tell("since", { day: tidings.days.say(is.since) }), " ", is.lastHeard === null ? "" : tidings.tell("lastHeard", { day: tidings.days.say(is.lastHeard), n: state.day - is.lastHeard })),
      claims.length ? [el("h4", null, t.onWhoseWord), claims.map((claim) => el("article", { class: "claim" }, tidings.eventView.quote(claim), el("p", { class: "soft" }, claim.said_by.length ? [...tidings.eventView.chain(claim.said_by), " · "] : "", tidings.eventView.documentLine(model, claim))))] : null];
  };
  tidings.unitView = { draw };
})();
