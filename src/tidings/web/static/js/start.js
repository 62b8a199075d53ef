// The first view: what this is, how to read it, and where to begin.
"use strict";
(() => {
  const { el, button } = tidings;
  const draw = (model, visible) => {
    const t = tidings.strings, overall = model.documents.size;
    const publishers = new Set([...model.documents.values()].map((document) => document.publisher)).size;
    const disputed = [...visible].filter((i) => model.look[i] === "open").slice(0, 4);
    const firm = [...visible].filter((i) => model.look[i] === "firm").slice(0, 4);
    const open = (i) => el("li", null, button(tidings.list.title(model.event(i)), () => tidings.state.set({ tab: "event", event: model.event(i).id }, true), { class: "link" }));
    if (!model.n) return el("div", { class: "empty" }, el("h3", null, t.emptyStore), el("p", null, t.emptyStoreHow), el("code", null, "tidings read FOLDER --store FILE"));
    return el("div", { class: "start" },
      el("h3", null, t.startName),
      el("p", null, tidings.tell("startWhat", { documents: overall, publishers, events: model.n, first: tidings.days.say(model.picture.range[0]), last: tidings.days.say(model.picture.range[1]) })),
      el("p", { class: "warn" }, t.startWarn),
      el("ul", { class: "hints" }, t.startHints.map((hint) => el("li", null, hint))),
      disputed.length ? [el("h4", null, t.startDisputed), el("ul", null, disputed.map(open))] : null,
      firm.length ? [el("h4", null, t.startFirm), el("ul", null, firm.map(open))] : null,
      el("p", null, button(tidings.tell("startList", { n: visible.length }), () => tidings.state.set({ tab: "events" }, true))),
      model.picture.undated ? el("p", { class: "soft" }, tidings.tell(model.picture.undated === 1 ? "oneUndated" : "undated", { n: model.picture.undated })) : null);
  };
  tidings.startView = { draw };
})();
