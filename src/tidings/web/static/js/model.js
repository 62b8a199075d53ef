// The picture as the page works on it: events with their days, places and looks, each a number into columns.
"use strict";
(() => {
  const DOTS = new Set(["city", "place", "district_centre", "crossing", "base"]);
  const { familyOf, LOOKS } = tidings.acts;
  const NEVER = -1e8;
  // where an event is shown: as a point, or as the area that is known; nowhere when neither is
  const findSpot = (places, areas, at) => {
    const isPoint = DOTS.has(places.kind[at]) && places.lat[at] !== null && places.point[at] === "given";
    if (isPoint) return { place: at, as: "dot", area: null };
    const area = [places.id[at], ...places.within[at]].find((id) => areas.has(id));
    return area ? { place: at, as: "area", area } : null;
  };
  const make = (picture, areaList) => {
    const { events: e, names, places } = picture;
    const areas = new Map(areaList.features.map((feature) => [feature.properties.id, feature]));
    const n = e.id ? e.id.length : 0;
    const from = new Int32Array(n), to = new Int32Array(n), known = new Int32Array(n);
    const family = new Array(n), look = new Array(n), spots = new Array(n);
    const spotOf = places.id.map((_, at) => findSpot(places, areas, at));
    for (let i = 0; i < n; i++) {
      // with no day of its own an event stands on the day of its first report; without that either, before all days
      const heard = e.known[i] ?? NEVER;
      from[i] = e.first[i] ?? e.last[i] ?? heard;
      to[i] = e.last[i] ?? e.first[i] ?? heard;
      known[i] = e.known[i] ?? 2147483647;
      family[i] = familyOf(names[e.act[i]]);
      look[i] = LOOKS[names[e.standing[i]]] || "told";
      spots[i] = e.at[i].map((at) => spotOf[at]).filter(Boolean);
    }
    const index = new Map((e.id || []).map((id, i) => [id, i]));
    const list = (column, i) => column[i].map((name) => names[name]);
    const event = (i) => ({
      id: e.id[i], act: names[e.act[i]], actor: list(e.actor, i), target: list(e.target, i), place: list(e.place, i),
      first: e.first[i], last: e.last[i], known: e.known[i], standing: names[e.standing[i]], flags: list(e.flags, i),
      sides: list(e.sides, i), claims: e.claims[i],
    });
    const units = (picture.units.id || []).map((id, i) => Object.fromEntries(Object.keys(picture.units).map((key) => [key, picture.units[key][i]])));
    const documents = new Map((picture.documents.id || []).map((id, i) => [id, { doc: picture.documents.doc[i], publisher: picture.documents.publisher[i], title: picture.documents.title[i], published: picture.documents.published[i] }]));
    return { n, from, to, known, family, look, spots, spotOf, index, event, units, unit: new Map(units.map((u) => [u.id, u])), documents, areas, places, picture, names, placeIndex: new Map(places.id.map((id, i) => [id, i])) };
  };
  tidings.makeModel = make;
})();
