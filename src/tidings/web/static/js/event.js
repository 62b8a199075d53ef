// Who says what of the chosen event: for and against, each voice once with its copies folded under it.
"use strict";
(() => {
  const { el, button, words } = tidings;
  const chain = (saidBy) => saidBy.flatMap((link, i) => [i ? ` ${tidings.strings.quotedBy} ` : "", ...tidings.list.join(link)]);
  const read = (claim) => tidings.state.set({ tab: "report", report: claim.document_id, claim: claim.id }, true);
  const quote = (claim) => button([words(claim.quote)], () => read(claim), { class: "quote", "aria-label": tidings.tell("readIt", { text: claim.quote }), dir: "auto" });
  const documentLine = (model, claim) => { const found = model.documents.get(claim.document_id); return [words(found?.publisher || claim.publisher || tidings.strings.noPublisher), ", ", tidings.days.sayIso(claim.published)]; };
  const marks = (claim) => {
    const t = tidings.strings;
    return [claim.against_interest === true ? el("span", { class: "mark against" }, t.againstInterest) : null, claim.against_interest === false ? el("span", { class: "mark own" }, t.ownFavour) : null,
      claim.hedged ? el("span", { class: "mark" }, t.hedged) : null, claim.set_aside && claim.set_aside !== "copied" ? el("span", { class: "mark" }, tidings.tell("setAside", { why: claim.set_aside })) : null];
  };
  const card = (model, detail, claim, copies) => {
    const t = tidings.strings;
    const other = detail.claims[0].id === claim.id ? null : detail.claims[0].id;
    return el("article", { class: "claim", style: { "--side": tidings.sides.colour(claim.side) } },
      el("header", null, el("span", { class: "side" }, words(claim.side)), " ", claim.said_by.length ? [t.saidBy, " ", ...chain(claim.said_by)] : t.ownVoice, " ", marks(claim)),
      quote(claim),
      el("p", { class: "soft" }, documentLine(model, claim), claim.placed ? ` · ${claim.placed}` : "", claim.interest_reason ? ` · ${claim.interest_reason}` : ""),
      copies.length ? el("details", null, el("summary", null, tidings.tell(copies.length === 1 ? "oneCopy" : "copies", { n: copies.length })), copies.map((copy) => el("div", { class: "copy" }, quote(copy), el("p", { class: "soft" }, documentLine(model, copy))))) : null,
      tidings.hand.onClaim(claim),
      other ? tidings.hand.form("judge", t.judgeDifferent, { verdict: "different", one: other, other: claim.id }) : null);
  };
  // copies stand under the first claim of the same words, voice or side that is none
  const fold = (claims) => {
    const own = claims.filter((claim) => !claim.copy_of && claim.set_aside !== "copied");
    const heads = (own.length ? own : claims.slice(0, 1)).map((claim) => ({ claim, copies: [] }));
    for (const copy of claims.filter((claim) => !heads.some((head) => head.claim === claim))) {
      (heads.find((head) => head.claim.voice && head.claim.voice === copy.voice) || heads[0]).copies.push(copy);
    }
    return heads;
  };
  const GROUPS = { affirmed: "for", denied: "against", doubtful: "against", planned: "ahead", feared: "ahead" };
  const group = (model, detail, claims, name) => {
    const found = claims.filter((claim) => (GROUPS[claim.word] || "for") === name);
    if (!found.length) return name === "against" ? el("section", { class: "words" }, el("h4", null, tidings.strings.against), el("p", { class: "soft" }, tidings.strings.nobodyAgainst)) : null;
    return el("section", { class: `words ${name}` }, el("h4", null, tidings.tell(name + "N", { n: new Set(found.filter((claim) => !claim.copy_of).map((claim) => claim.voice || claim.id)).size })), fold(found).map((head) => card(model, detail, head.claim, head.copies)));
  };
  const links = (detail) => {
    const t = tidings.strings;
    if (!detail.links.length) return null;
    return el("section", null, el("h4", null, t.mayBeOne), detail.links.slice(0, 6).map((link) => el("div", { class: "maybe" },
      button([el("b", null, tidings.acts.plain(link.act)), " · ", ...tidings.list.join(link.place), " · ", tidings.days.sayIso(link.first)], () => tidings.state.set({ event: link.other }, true), { class: "link" }),
      el("p", { class: "soft" }, tidings.tell("alike", { score: Math.round(link.score * 100) / 100 }), link.forbidden ? ` · ${link.forbidden}` : ""),
      tidings.hand.form("judge", t.judgeSame, { verdict: "same", one: detail.event.id, other: link.other }))));
  };
  const draw = (model, detail, state) => {
    const t = tidings.strings, event = detail.event;
    const iso = tidings.days.parse;
    const shown = { ...event, first: iso(event.first), last: iso(event.last), known: iso(event.known), claims: detail.claims.length };
    const late = state.known === null ? [] : detail.claims.filter((claim) => claim.published === null || iso(claim.published) > state.known);
    const claims = detail.claims.filter((claim) => !late.includes(claim));
    return [el("h3", { class: "title" }, tidings.list.title(shown)),
      el("p", null, tidings.list.when(shown), " · ", tidings.list.badge(event.standing), event.leans ? [" ", el("span", { class: "soft" }, tidings.tell("leaning", { way: t.leans[event.leans], why: event.why }))] : null, event.manner_standing ? [" ", el("span", { class: "soft" }, tidings.tell("manner", { standing: t.standings[event.manner_standing] || event.manner_standing }))] : null),
      el("p", { class: "soft" }, t.standingMeans[event.standing] || "", detail.standing_reasons.length ? ` ${t.because} ${detail.standing_reasons.join("; ")}.` : ""),
      late.length ? el("p", { class: "warn" }, tidings.tell("lateClaims", { n: late.length, day: tidings.days.say(state.known) })) : null,
      group(model, detail, claims, "for"), group(model, detail, claims, "against"), group(model, detail, claims, "ahead"), links(detail),
      detail.decisions.length ? el("section", null, el("h4", null, t.decided), el("ul", null, detail.decisions.map((one) => el("li", null, tidings.tell("decidedRow", { verdict: t.verdicts[one.verdict] || one.verdict, author: one.author, day: tidings.days.sayIso(one.day), why: one.reason }), " ", el("code", null, `tidings undo ${one.id}`))))) : null];
  };
  tidings.eventView = { draw, quote, documentLine, chain };
})();
