// The events that are shown, the newest first; each is a button that opens who says what of it.
"use strict";
(() => {
  const { el, button, words } = tidings;
  const AT_ONCE = 60;
  let shown = AT_ONCE, lastVisible = null;
  const join = (names) => names.flatMap((name, i) => [i ? ", " : "", words(name)]);
  const title = (event) => {
    const act = el("b", null, tidings.acts.plain(event.act));
    return [...(event.actor.length ? [...join(event.actor), " — "] : []), act, ...(event.target.length ? [" — ", ...join(event.target)] : []), ...(event.place.length ? [" · ", ...join(event.place)] : [])];
  };
  const badge = (standing) => el("span", { class: `badge ${tidings.acts.LOOKS[standing] || "told"}` }, tidings.strings.standings[standing] || standing);
  const when = (event) => (event.first === null && event.last === null ? tidings.tell("heardOn", { day: tidings.days.say(event.known) }) : tidings.days.span(event.first, event.last));
  const row = (model, i) => {
    const event = model.event(i);
    return el("li", null, button([tidings.icons.picture(model.family[i], model.look[i]), el("span", { class: "what" }, title(event)),
      el("span", { class: "soft" }, when(event), " · ", tidings.tell(event.claims === 1 ? "oneClaim" : "claims", { n: event.claims }), " "), badge(event.standing)],
    () => tidings.state.set({ tab: "event", event: event.id }, true), { class: "row" }));
  };
  const draw = (model, visible, state) => {
    if (visible !== lastVisible) { shown = AT_ONCE; lastVisible = visible; }
    const t = tidings.strings;
    const order = [...visible].sort((a, b) => model.to[b] - model.to[a] || a - b);
    const nowhere = visible.filter((i) => !model.spots[i].length).length;
    const count = el("p", { class: "count" }, tidings.tell(visible.length === 1 ? "oneEvent" : "events", { n: visible.length }), nowhere ? ` ${tidings.tell("nowhere", { n: nowhere })}` : "");
    if (!visible.length) return [el("div", { class: "chips" }, tidings.filters.chips(state)), el("div", { class: "empty" }, el("p", null, t.noEvents), button(t.showAll, () => { tidings.filters.clear(); tidings.state.set({ span: 0, day: model.picture.range[1], known: null }, true); }))];
    return [el("div", { class: "chips" }, tidings.filters.chips(state)), count, el("ol", { class: "rows" }, order.slice(0, shown).map((i) => row(model, i))),
      order.length > shown ? button(tidings.tell("more", { n: order.length - shown }), () => { shown += 200; tidings.panel.draw(); }) : null];
  };
  tidings.list = { draw, title, badge, when, join };
})();
