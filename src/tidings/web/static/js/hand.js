// A person's hand: decisions from the page, where the server lets them be made.
"use strict";
(() => {
  const { el } = tidings;
  let may = { verbs: [], token: null, fields: [] };
  const start = async () => { may = await tidings.source.hand().catch(() => may); };
  const can = (verb) => may.verbs.includes(verb);
  const field = (name, label, more) => el("label", { class: "field" }, label, el("input", { name, required: true, autocomplete: "off", ...more }));
  // a form behind a button: the reason is asked, the decision sent, and the picture taken anew
  const form = (verb, name, asked, extra = []) => {
    if (!can(verb)) return null;
    const t = tidings.strings;
    const told = el("p", { role: "status" });
    const send = async (event) => {
      event.preventDefault();
      const given = Object.fromEntries(new FormData(event.target));
      localStorage.setItem("tidings-by", given.by);
      told.textContent = t.deciding;
      try {
        const answer = await tidings.source.decide(verb, may.token, { ...asked, ...given });
        await tidings.reload();
        tidings.say(answer.said);
        tidings.note(answer.said);
      } catch (error) { told.textContent = error.message; }
    };
    return el("details", { class: "hand" }, el("summary", null, name), el("form", { onsubmit: send }, extra, field("why", t.why), field("by", t.byWhom, { value: localStorage.getItem("tidings-by") || "" }), el("button", { type: "submit" }, name), told));
  };
  // what a field of a claim holds now, as it is written to correct it
  const written = (claim, name) => {
    const is = claim[name];
    if (name === "period") return claim.first === claim.last ? claim.first || "" : `${claim.first || ""}..${claim.last || ""}`;
    if (name === "counts") return claim.counts.map((one) => `${one.what} ${one.low === one.high ? one.low : `${one.low ?? ""}..${one.high ?? ""}`}${one.of ? ` ${one.of}` : ""}`).join("; ");
    return Array.isArray(is) ? is.flat().join("; ") : String(is ?? "");
  };
  const correct = (claim) => {
    const t = tidings.strings;
    const value = el("input", { name: "value", autocomplete: "off", value: written(claim, may.fields[0] || "act") });
    const choose = el("select", { name: "field", onchange: () => { value.value = written(claim, choose.value); } }, may.fields.map((name) => el("option", { value: name }, t.fields[name] || name)));
    return form("correct", t.correct, { claim: claim.id }, [el("label", { class: "field" }, t.field, choose), el("label", { class: "field" }, t.value, value)]);
  };
  const onClaim = (claim) => [can("correct") ? correct(claim) : null, can("reject") ? form("reject", tidings.strings.reject, { claim: claim.id }) : null];
  tidings.hand = { start, can, form, onClaim };
})();
