// Who holds the chosen place, since when, and on whose word.
"use strict";
(() => {
  const { el, words } = tidings;
  // a name that a sentence of the page speaks of, in its place there
  const say = (key, name) => { const [before, after] = tidings.strings[key].split("{side}"); return [before, words(name), after]; };
  const towards = (is) => {
    if (is.leans === "even") return tidings.strings.leansNeither;
    if (is.leans === "unlikely" && is.leansTo === null) return say("leansAgainst", is.taker);
    return [...say("leansTo", is.leansTo), is.leans === "unlikely" && is.leansTo === is.taker ? tidings.strings.leansEarlier : ""];
  };
  const leaning = (is) => {
    const t = tidings.strings;
    if (is.state !== "contested") return null;
    const shown = is.leans === null ? el("p", null, t.leansUnweighed)
      : [el("p", { class: "leaning" }, towards(is)), el("p", null, ...say("tookIt", is.taker), " ", tidings.tell("leaning", { way: t.leans[is.leans], why: is.why }), ".")];
    return el("section", null, el("h4", null, t.leaningName), shown);
  };
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
      leaning(is),
      claims.length ? [el("h4", null, t.onWhoseWord), claims.map((claim) => el("article", { class: "claim" }, tidings.eventView.quote(claim), el("p", { class: "soft" }, claim.stance === "asserts" ? "" : [el("span", { class: "mark" }, t.stances[claim.stance]), " "], claim.said_by.length ? [...tidings.eventView.chain(claim.said_by), " · "] : "", tidings.eventView.documentLine(model, claim))))] : null];
  };
  tidings.unitView = { draw };
})();
