// The map: made once, then given what the state shows. Skips what has not changed.
"use strict";
(() => {
  const CLICKED = ["events", "event-counts", "event-area-names", "control-points", "event-areas", "control", "control-hatch"];
  let map = null, model = null, groups = null;
  const last = {};
  const setRtl = async () => {
    if (maplibregl.getRTLTextPluginStatus() !== "unavailable") return;
    // a page from a disk has no origin, and its worker may load no file beside it
    const text = tidings.rtlText;
    const url = text ? `data:text/javascript,${encodeURIComponent(text)}` : new URL("vendor/mapbox-gl-rtl-text.js", location.href).href;
    await maplibregl.setRTLTextPlugin(url, false);
  };
  const nameFeatures = (m, areas) => {
    const feature = (lon, lat, name, kind) => ({ type: "Feature", properties: { name, kind }, geometry: { type: "Point", coordinates: [lon, lat] } });
    const seen = new Set();
    const dots = m.places.id.map((id, at) => [id, at]).filter(([, at]) => m.places.lat[at] !== null && m.spotOf[at]?.as === "dot")
      .map(([, at]) => feature(m.places.lon[at], m.places.lat[at], m.places.name[at], "place"));
    const wide = areas.features.filter((area) => area.properties.kind === "country" || area.properties.kind === "province").filter((area) => !seen.has(area.properties.id) && seen.add(area.properties.id))
      .map((area) => feature(...middleOf(area.geometry), area.properties.name, area.properties.kind));
    return tidings.features.collect([...dots, ...wide]);
  };
  const middleOf = (geometry) => {
    let best = [0, 0], most = -1;
    for (const [ring] of geometry.coordinates) {
      const xs = ring.map(([x]) => x), ys = ring.map(([, y]) => y);
      const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      if ((east - west) * (north - south) > most) { most = (east - west) * (north - south); best = [(west + east) / 2, (south + north) / 2]; }
    }
    return best;
  };
  const boundsOf = (m) => {
    const bounds = new maplibregl.LngLatBounds();
    const counts = new Map();
    for (let i = 0; i < m.n; i++) for (const spot of m.spots[i]) counts.set(m.places.country[spot.place], (counts.get(m.places.country[spot.place]) || 0) + 1);
    const most = Math.max(0, ...counts.values());
    m.places.id.forEach((_, at) => {
      if (m.places.lat[at] !== null && m.spotOf[at] && (counts.get(m.places.country[at]) || 0) >= most / 12) bounds.extend([m.places.lon[at], m.places.lat[at]]);
    });
    return bounds.isEmpty() ? new maplibregl.LngLatBounds([-20, -35], [100, 55]) : bounds;
  };
  const view = (text) => { const [lat, lon, zoom] = (text || "").split(",").map(Number); return Number.isFinite(zoom) && Math.abs(lat) <= 90 ? { center: [lon, lat], zoom } : null; };
  const start = async (m, areas) => {
    model = m;
    if (tidings.config.from === "server") maplibregl.setWorkerUrl(new URL("vendor/maplibre-gl-csp-worker.js", location.href).href);
    setRtl().catch((error) => console.warn(error.message));
    const asked = view(tidings.state.get().map);
    map = new maplibregl.Map({
      container: "map", style: tidings.style.make(areas, nameFeatures(m, areas)), attributionControl: false, dragRotate: false, pitchWithRotate: false,
      touchPitch: false, fadeDuration: 0, renderWorldCopies: false, maxZoom: 12, locale: tidings.strings.mapWords,
      ...(asked || { bounds: boundsOf(m), fitBoundsOptions: { padding: { top: 56, bottom: 40, left: 40, right: 56 }, maxZoom: 7 } }),
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new maplibregl.AttributionControl({ compact: true, customAttribution: tidings.strings.credits }), "bottom-right");
    const canvas = map.getCanvas();
    canvas.setAttribute("aria-label", tidings.strings.mapLabel);
    map.on("click", onClick);
    map.on("mousemove", (event) => { canvas.style.cursor = find(event.point) ? "pointer" : ""; });
    map.on("moveend", () => { const c = map.getCenter(); tidings.state.set({ map: `${c.lat.toFixed(3)},${c.lng.toFixed(3)},${map.getZoom().toFixed(2)}` }); });
    await new Promise((done) => map.once("load", done));
    // the credits stand open at first in MapLibre; here they wait behind their button
    map.getContainer().querySelector(".maplibregl-ctrl-attrib")?.classList.remove("maplibregl-compact-show");
    map.getContainer().querySelector(".maplibregl-ctrl-attrib")?.removeAttribute("open");
    recolour();
    return map;
  };
  const colours = () => [...new Set([null, ...tidings.control.holders()].map((holder) => tidings.sides.colour(holder)))];
  const recolour = () => { tidings.icons.put(map, colours()); tidings.style.paint(map); last.control = null; };
  const near = (point) => [[point.x - 4, point.y - 4], [point.x + 4, point.y + 4]];
  const find = (point) => {
    const found = map.queryRenderedFeatures(near(point), { layers: CLICKED });
    return CLICKED.map((layer) => found.find((feature) => feature.layer.id === layer)).find(Boolean);
  };
  const onClick = (event) => {
    const feature = find(event.point);
    if (!feature) return;
    const { key } = feature.properties;
    const layer = feature.layer.id;
    if (layer.startsWith("control")) { tidings.state.set({ tab: "unit", unit: key }, true); return; }
    const members = layer.startsWith("event-area") ? groups.areas.get(key) : groups.signs.get(key);
    if (!members) return;
    if (members.length === 1) tidings.state.set({ tab: "event", event: model.picture.events.id[members[0]] }, true);
    else tidings.state.set({ tab: "events", place: layer.startsWith("event-area") ? key : model.places.id[Math.floor(key / 64)] }, true);
  };
  const setData = (source, features) => map.getSource(source).setData(tidings.features.collect(features));
  const changed = (name, sign) => { if (last[name] === sign) return false; last[name] = sign; return true; };
  const sign = (entries) => { let text = ""; for (const [key, members] of entries) text += `${key}:${members.length};`; return text; };
  const show = (visible, state) => {
    groups = tidings.features.group(model, visible);
    if (changed("signs", sign(groups.signs))) setData("events", tidings.features.signFeatures(model, groups.signs));
    if (changed("areas", sign(groups.areas))) {
      const { shapes, labels } = tidings.features.areaFeatures(model, groups.areas);
      setData("event-areas", shapes);
      setData("event-area-names", labels);
    }
    const { shapes, points } = tidings.features.control(model, state.day);
    if (changed("control", shapes.map((f) => f.properties.state + f.properties.colour).join() + points.map((f) => f.properties.key + f.properties.state + f.properties.colour).join())) {
      setData("control", shapes);
      setData("control-points", points);
    }
    choose(state);
  };
  const choose = (state) => {
    const event = state.tab === "event" && model.index.get(state.event);
    const spots = typeof event === "number" ? model.spots[event] : [];
    const area = state.tab === "unit" ? state.unit : spots.find((spot) => spot.as === "area")?.area || "";
    if (!changed("chosen", JSON.stringify([area, spots.map((spot) => spot.place)]))) return;
    setData("chosen", spots.filter((spot) => spot.as === "dot").map(({ place }) => ({ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [model.places.lon[place], model.places.lat[place]] } })));
    map.setFilter("chosen-line", ["==", ["get", "id"], area]);
  };
  const renew = (m) => { model = m; for (const key of Object.keys(last)) delete last[key]; };
  tidings.map = { start, show, recolour, renew, get: () => map };
})();
