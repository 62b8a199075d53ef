// How the map is drawn: no tiles, only what the page carries. Colours come from the page's own, light or dark.
"use strict";
(() => {
  const SLOTS = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, 1], [1, -1], [-1, -1]];
  const STEP = 26;
  const kind = (name) => ["==", ["get", "kind"], name];
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const empty = () => ({ type: "geojson", data: { type: "FeatureCollection", features: [] } });
  const label = (field, size, more) => ({ "text-field": field, "text-font": ["sans-serif"], "text-size": size, "text-max-width": 8, ...more });
  const halo = (colour = "--map-label") => ({ "text-color": css(colour), "text-halo-color": css("--paper"), "text-halo-width": 1.6 });
  const offset = ["match", ["get", "slot"], ...SLOTS.flatMap(([x, y], i) => [i, ["literal", [x * STEP, y * STEP]]]), ["literal", [0, 0]]];
  const layers = () => [
    { id: "sea", type: "background", paint: { "background-color": css("--sea") } },
    { id: "land", type: "fill", source: "areas", filter: kind("country"), paint: { "fill-color": css("--land") } },
    { id: "control", type: "fill", source: "control", filter: ["in", ["get", "state"], ["literal", ["held", "unknown"]]], layout: { "fill-sort-key": ["get", "order"] }, paint: { "fill-color": ["get", "colour"], "fill-opacity": ["match", ["get", "state"], "held", 0.55, 0.22] } },
    { id: "control-hatch", type: "fill", source: "control", filter: ["in", ["get", "state"], ["literal", ["claimed", "contested"]]], layout: { "fill-sort-key": ["get", "order"] }, paint: { "fill-pattern": ["image", ["get", "pattern"]], "fill-opacity": 0.85 } },
    { id: "event-areas", type: "fill", source: "event-areas", paint: { "fill-pattern": "dots", "fill-opacity": ["case", kind("country"), 0.18, ["interpolate", ["linear"], ["get", "count"], 1, 0.35, 20, 0.8]] } },
    { id: "district-lines", type: "line", source: "areas", filter: kind("district"), minzoom: 4.5, paint: { "line-color": css("--line"), "line-width": 0.5, "line-dasharray": [3, 2] } },
    { id: "province-lines", type: "line", source: "areas", filter: kind("province"), paint: { "line-color": css("--line"), "line-width": 0.9 } },
    { id: "country-lines", type: "line", source: "areas", filter: kind("country"), paint: { "line-color": css("--line-strong"), "line-width": 1.3 } },
    { id: "event-area-lines", type: "line", source: "event-areas", paint: { "line-color": css("--ink"), "line-width": 1.2, "line-dasharray": [2, 2] } },
    { id: "chosen-line", type: "line", source: "areas", filter: ["==", ["get", "id"], ""], paint: { "line-color": css("--accent"), "line-width": 3.5 } },
    { id: "control-points", type: "circle", source: "control-points", paint: { "circle-radius": 13, "circle-color": ["get", "colour"], "circle-opacity": ["match", ["get", "state"], "held", 0.55, 0.12], "circle-stroke-color": ["get", "colour"], "circle-stroke-width": ["match", ["get", "state"], "contested", 1.2, 2.6] } },
    { id: "country-names", type: "symbol", source: "names", filter: kind("country"), maxzoom: 6, layout: label(["get", "name"], 13, { "text-letter-spacing": 0.12, "text-transform": "uppercase" }), paint: halo("--map-label-soft") },
    { id: "province-names", type: "symbol", source: "names", filter: kind("province"), minzoom: 5, layout: label(["get", "name"], 12), paint: halo("--map-label-soft") },
    { id: "place-names", type: "symbol", source: "names", filter: kind("place"), minzoom: 5.5, layout: label(["get", "name"], 12, { "text-offset": [0, 1.5], "text-anchor": "top" }), paint: halo() },
    { id: "near-rings", type: "circle", source: "events", filter: ["get", "near"], paint: { "circle-radius": 17, "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": css("--ink"), "circle-stroke-width": 1, "circle-stroke-opacity": 0.6 } },
    { id: "events", type: "symbol", source: "events", layout: { "icon-image": ["get", "icon"], "icon-allow-overlap": true, "icon-ignore-placement": true, "icon-offset": offset, "icon-size": ["interpolate", ["linear"], ["get", "count"], 1, 0.9, 5, 1.15, 40, 1.6], "symbol-sort-key": ["get", "sort"] } },
    { id: "event-counts", type: "symbol", source: "events", filter: [">", ["get", "count"], 1], layout: label(["to-string", ["get", "count"]], 11, { "text-allow-overlap": true, "text-ignore-placement": true, "text-offset": ["match", ["get", "slot"], ...SLOTS.flatMap(([x, y], i) => [i, ["literal", [x * 2.3 + 1, y * 2.3 - 0.9]]]), ["literal", [1, -0.9]]] }), paint: halo() },
    { id: "event-area-names", type: "symbol", source: "event-area-names", layout: label(["get", "label"], 12, { "text-offset": [0, -0.4] }), paint: halo() },
    { id: "chosen-ring", type: "circle", source: "chosen", paint: { "circle-radius": 20, "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": css("--accent"), "circle-stroke-width": 3.5 } },
  ];
  const make = (areas, names) => ({
    version: 8,
    sources: {
      areas: { type: "geojson", data: areas }, names: { type: "geojson", data: names },
      control: empty(), "control-points": empty(), "event-areas": empty(), "event-area-names": empty(), events: empty(), chosen: empty(),
    },
    layers: layers(),
  });
  // the colours of the page have changed: every paint is given anew
  const paint = (map) => { for (const layer of layers()) for (const [name, value] of Object.entries(layer.paint || {})) map.setPaintProperty(layer.id, name, value); };
  tidings.style = { make, paint };
})();
