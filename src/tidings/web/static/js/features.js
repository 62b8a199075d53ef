// What the map is given: one sign for each place, family and look with how many events it stands for; areas with their
// count; and the control of each unit.
"use strict";
(() => {
  const { FAMILIES } = tidings.acts;
  const LOOKS = ["open", "ahead", "told", "firm"];
  const point = (lon, lat, id, properties) => ({ type: "Feature", id, properties, geometry: { type: "Point", coordinates: [lon, lat] } });
  const familyNumber = new Map(FAMILIES.map((family, i) => [family, i]));
  const lookNumber = new Map(LOOKS.map((look, i) => [look, i]));
  // events by sign and by area; `members` says which events a sign stands for
  const group = (m, visible) => {
    const signs = new Map(), areas = new Map();
    for (const i of visible) {
      const kind = familyNumber.get(m.family[i]) * 4 + lookNumber.get(m.look[i]);
      for (const spot of m.spots[i]) {
        const groups = spot.as === "dot" ? signs : areas;
        const key = spot.as === "dot" ? spot.place * 64 + kind : spot.area;
        const found = groups.get(key);
        if (found) found.push(i); else groups.set(key, [i]);
      }
    }
    return { signs, areas };
  };
  const signFeatures = (m, signs) => {
    const slots = new Map();
    const features = [];
    for (const [key, members] of signs) {
      const place = Math.floor(key / 64), kind = key % 64;
      const slot = slots.get(place) || 0;
      slots.set(place, slot + 1);
      const near = members.every((i) => m.picture.events.is_near[i]);
      features.push(point(m.places.lon[place], m.places.lat[place], key, {
        key, icon: `${FAMILIES[kind >> 2]}-${LOOKS[kind & 3]}`, count: members.length, slot: Math.min(slot, 8), near, sort: kind & 3,
      }));
    }
    return features;
  };
  const middle = (m, id) => {
    const at = m.placeIndex.get(id);
    if (at !== undefined && m.places.lat[at] !== null) return [m.places.lon[at], m.places.lat[at]];
    let west = 180, east = -180, south = 90, north = -90;
    for (const polygon of m.areas.get(id).geometry.coordinates) for (const [x, y] of polygon[0]) { west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y); }
    return [(west + east) / 2, (south + north) / 2];
  };
  const areaFeatures = (m, areas) => {
    const shapes = [], labels = [];
    for (const [id, members] of areas) {
      const area = m.areas.get(id);
      const properties = { key: id, count: members.length, name: area.properties.name, kind: area.properties.kind };
      shapes.push({ type: "Feature", properties, geometry: area.geometry });
      labels.push(point(...middle(m, id), undefined, { ...properties, label: `${area.properties.name} · ${members.length}` }));
    }
    return { shapes, labels };
  };
  const ORDER = { province: 0, district: 1, temporary_district: 2 };
  const control = (m, day) => {
    const shapes = [], points = [];
    for (const unit of m.units) {
      const is = tidings.control.of(unit, day);
      const colour = is.state === "unknown" ? tidings.sides.colour(null) : tidings.sides.colour(is.holder);
      const properties = { key: unit.id, state: is.state, colour, order: ORDER[unit.unit] ?? 3, pattern: `hatch-${is.state}-${colour}` };
      const area = m.areas.get(unit.id);
      if (area && unit.unit in ORDER) { if (is.state !== "unknown" || unit.unit !== "province") shapes.push({ type: "Feature", properties, geometry: area.geometry }); }
      else if (is.state !== "unknown") { const at = m.placeIndex.get(unit.id); if (at !== undefined && m.places.lat[at] !== null) points.push(point(m.places.lon[at], m.places.lat[at], undefined, properties)); }
    }
    return { shapes, points };
  };
  const collect = (features) => ({ type: "FeatureCollection", features });
  tidings.features = { group, signFeatures, areaFeatures, control, collect };
})();
