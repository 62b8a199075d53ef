// Where data comes from: the server's interface, or files of data beside the page when it was opened from a folder.
"use strict";
(() => {
  const waiting = new Map();
  const got = new Map();
  // files of data call this with their name and what they hold
  tidings.give = (name, data) => {
    got.set(name, data);
    waiting.get(name)?.resolve(data);
  };
  const loadFile = (name) => {
    if (got.has(name)) return Promise.resolve(got.get(name));
    if (!waiting.has(name)) {
      let resolve, reject;
      const promise = new Promise((yes, no) => { resolve = yes; reject = no; });
      waiting.set(name, { promise, resolve });
      const script = document.createElement("script");
      script.src = `data/${name}.js`;
      script.onerror = () => { waiting.delete(name); reject(new Error(tidings.tell("noFile", { name }))); };
      document.head.append(script);
    }
    return waiting.get(name).promise;
  };
  const ask = async (path, given) => {
    let answer;
    try { answer = await fetch(path, given); }
    catch { throw new Error(tidings.strings.noServer); }
    const body = await answer.json().catch(() => ({ error: tidings.tell("badAnswer", { status: answer.status }) }));
    if (!answer.ok) throw new Error(body.error || tidings.tell("badAnswer", { status: answer.status }));
    return body;
  };
  // one of many stands in the file of its shelf: the first letters of its id's hash
  const shelf = (id) => id.replace(/^[a-z]+-/, "").slice(0, tidings.config.letters || 1);
  const server = {
    picture: () => ask("api/picture"),
    areas: () => ask("api/areas"),
    words: () => ask("api/words"),
    spans: (known) => ask("api/spans" + (known === null ? "" : `?known_on=${tidings.days.iso(known)}`)),
    one: (kind, id) => ask(`api/${kind}/${encodeURIComponent(id)}`),
    hand: () => ask("api/hand"),
    decide: (verb, token, asked) => ask(`api/hand/${verb}`, {
      method: "POST", headers: { "content-type": "application/json", "tidings-token": token }, body: JSON.stringify(asked),
    }),
  };
  const files = {
    picture: () => loadFile("picture"),
    areas: () => loadFile("areas"),
    words: () => loadFile("words"),
    spans: (known) => loadFile(known === null ? "spans" : `spans-${tidings.days.iso(known)}`),
    one: async (kind, id) => {
      const found = (await loadFile(`${kind}-${shelf(id)}`))[id];
      if (!found) throw new Error(tidings.tell("notHere", { id }));
      return found;
    },
    hand: async () => ({ verbs: [], token: null, fields: [] }),
  };
  const kept = new Map();
  const keep = (name, make) => (...given) => {
    const key = [name, ...given].join(" ");
    if (!kept.has(key)) {
      const made = make(...given);
      kept.set(key, made);
      made.catch(() => kept.delete(key));
    }
    return kept.get(key);
  };
  const from = tidings.config.from === "server" ? server : files;
  tidings.source = {
    ...from, words: keep("words", from.words), spans: keep("spans", from.spans), one: keep("one", from.one),
    forget: () => kept.clear(),
  };
})();
