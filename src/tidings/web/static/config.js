// How the page gets its data: from the server that it came from. `tidings export --to site` writes another.
globalThis.tidings = { config: { from: "server" } };
