// A report's text, word for word, with every claim's evidence marked; a mark opens its event.
"use strict";
(() => {
  const { el, words } = tidings;
  // marks may overlap: the text is cut at every edge, and each piece knows the claims that it stands in
  const cut = (text, marks) => {
    // offsets count characters, not halves of characters
    const letters = Array.from(text);
    const edges = [...new Set([0, letters.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].filter((edge) => edge >= 0 && edge <= letters.length).sort((a, b) => a - b);
    return edges.slice(0, -1).map((start, i) => ({ text: letters.slice(start, edges[i + 1]).join(""), marks: marks.filter((mark) => mark.start <= start && mark.end >= edges[i + 1]) }));
  };
  const piece = (part, chosen) => {
    if (!part.marks.length) return part.text;
    const mine = part.marks.find((mark) => mark.claim_id === chosen) || part.marks.reduce((a, b) => (a.end - a.start <= b.end - b.start ? a : b));
    const is = mine.claim_id === chosen;
    const open = () => mine.event_id && tidings.state.set({ tab: "event", event: mine.event_id }, true);
    return el("mark", { class: is ? "chosen" : null, "data-claim": mine.claim_id, tabindex: "0", role: "button", title: `${tidings.acts.plain(mine.act)} · ${tidings.strings.stances[mine.stance] || mine.stance}`, onclick: open, onkeydown: (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); open(); } } }, part.text);
  };
  const draw = (model, detail, state) => {
    const t = tidings.strings, { document: is } = detail;
    const link = is.url && /^https?:\/\//.test(is.url) ? el("p", { class: "soft" }, t.address, " ", el("a", { href: is.url, rel: "noreferrer noopener", target: "_blank" }, is.url)) : null;
    return [el("h3", { class: "title", dir: "auto" }, words(is.title || is.doc)),
      el("p", { class: "soft" }, words(is.publisher_name || is.publisher || t.noPublisher), is.publisher_kind ? ` (${is.publisher_kind})` : "", " · ", tidings.days.sayIso(is.published), is.author ? [" · ", words(is.author)] : "", " · ", tidings.tell(is.claims === 1 ? "oneClaim" : "claims", { n: is.claims })),
      link, el("p", { class: "soft" }, t.reportHint), el("div", { class: "text", dir: "auto" }, cut(detail.text, detail.highlights).map((part) => piece(part, state.claim)))];
  };
  const after = () => document.querySelector("mark.chosen")?.scrollIntoView({ block: "center" });
  tidings.reportView = { draw, after };
})();
