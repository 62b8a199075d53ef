// Days as whole numbers since 1970-01-01, and as people write them.
"use strict";
(() => {
  const LENGTH = 86400000;
  const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const asDate = (day) => new Date(day * LENGTH);
  const iso = (day) => asDate(day).toISOString().slice(0, 10);
  const parse = (text) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(text || "")) return null;
    const time = Date.parse(text + "T00:00:00Z");
    return Number.isNaN(time) ? null : Math.round(time / LENGTH);
  };
  const say = (day) => (day === null || day === undefined ? tidings.strings.noDay : format.format(asDate(day)));
  // a day as the interface writes it
  const sayIso = (text) => say(text ? parse(text) : null);
  const span = (first, last) => {
    if (first === null && last === null) return tidings.strings.noDay;
    if (first === null) return tidings.tell("by", { day: say(last) });
    if (last === null || first === last) return say(first);
    return tidings.tell("fromTo", { first: say(first), last: say(last) });
  };
  tidings.days = { asDate, iso, parse, say, sayIso, span };
})();
