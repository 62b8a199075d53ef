// Families of acts: their names, and the shapes by which the map tells them apart without colour.
"use strict";
(() => {
  const SHAPES = {
    territory: "square", harm: "diamond", fight: "star", force: "triangle", displace: "arrow", talk: "circle",
    govern: "hexagon", destroy: "cross", aid: "plus", other: "dot",
  };
  const FAMILIES = Object.keys(SHAPES);
  const familyOf = (act) => { const family = act.split(".")[0]; return family in SHAPES ? family : "other"; };
  const plain = (act) => { const [family, kind] = act.split("."); return (family === "destroy" ? `destroy ${kind}` : kind || act).replaceAll("_", " "); };
  const nameFamily = (family) => tidings.strings.families[family] || family;
  // how an event stands, in four looks: several voices, one voice, disputed, not happened yet
  const LOOKS = { confirmed: "firm", corroborated: "firm", reported: "told", contested: "open", refuted: "open", denied: "open", doubtful: "open", feared: "ahead", planned: "ahead" };
  tidings.acts = { SHAPES, FAMILIES, LOOKS, familyOf, plain, nameFamily };
})();
