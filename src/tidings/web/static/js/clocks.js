// The two times: the day that is shown, with play, and the day by which things are known.
"use strict";
(() => {
  const { el, put, by, button } = tidings;
  const PACE = 400;
  let model = null, playing = 0;
  const parts = {};
  const stop = () => { clearInterval(playing); playing = 0; show(tidings.state.get()); };
  const step = () => {
    const { day } = tidings.state.get();
    if (day >= model.picture.range[1]) stop();
    else tidings.state.set({ day: day + 1 });
  };
  const play = () => {
    if (playing) { stop(); return; }
    const [first, last] = model.picture.range;
    if (tidings.state.get().day >= last) tidings.state.set({ day: first });
    playing = setInterval(step, PACE);
    show(tidings.state.get());
  };
  const knownAt = (day) => { let at = 0; model.picture.known.forEach((known, i) => { if (known <= day) at = i; }); return at; };
  const start = (m) => {
    model = m;
    const t = tidings.strings;
    const [first, last] = m.picture.range;
    parts.play = button(t.play, play, { class: "play" });
    parts.day = el("input", { id: "day", type: "range", min: first, max: last, step: 1, oninput: (e) => tidings.state.set({ day: Number(e.target.value) }) });
    parts.dayOut = el("output", { for: "day" });
    parts.span = el("select", { id: "span", onchange: (e) => tidings.state.set({ span: Number(e.target.value) }, true) }, Object.entries(t.spans).map(([days, name]) => el("option", { value: days }, name)));
    parts.all = el("input", { id: "known-all", type: "checkbox", onchange: (e) => tidings.state.set({ known: e.target.checked ? null : model.picture.known[knownAt(tidings.state.get().day)] ?? null }, true) });
    parts.known = el("input", { id: "known", type: "range", min: 0, max: Math.max(0, m.picture.known.length - 1), step: 1, oninput: (e) => tidings.state.set({ known: model.picture.known[Number(e.target.value)] }) });
    parts.knownOut = el("output", { for: "known" });
    put(by("clocks"),
      el("div", { class: "clock" }, parts.play, el("label", { for: "day" }, t.asOf), parts.day, parts.dayOut, el("label", { for: "span" }, t.showing), parts.span),
      el("div", { class: "clock known" }, el("label", { for: "known" }, t.knownOn), parts.known, parts.knownOut, el("label", { class: "check" }, parts.all, el("span", null, t.knownAll))));
    show(tidings.state.get());
  };
  const show = (state) => {
    const t = tidings.strings, { say } = tidings.days;
    parts.play.textContent = playing ? t.pause : t.play;
    parts.play.setAttribute("aria-pressed", String(Boolean(playing)));
    parts.day.value = state.day;
    parts.day.setAttribute("aria-valuetext", say(state.day));
    parts.dayOut.textContent = say(state.day);
    const spans = [...parts.span.options].map((option) => Number(option.value));
    const own = parts.span.querySelector("option.own");
    if (own) own.remove();
    if (!spans.includes(state.span)) parts.span.append(el("option", { class: "own", value: state.span }, tidings.tell("spanOf", { days: state.span })));
    parts.span.value = String(state.span);
    const all = state.known === null;
    parts.all.checked = all;
    parts.known.disabled = all || !model.picture.known.length;
    parts.known.value = all ? model.picture.known.length - 1 : knownAt(state.known);
    parts.known.setAttribute("aria-valuetext", all ? t.everything : say(state.known));
    parts.knownOut.textContent = all ? t.everything : say(state.known);
  };
  tidings.clocks = { start, show, play, stop };
})();
