/** One mark of the text. Its words are the text's own, cut out when they are asked for. */

const CONTEXT = 32;
const HEX = 32;

export class Mark {
  #text;
  #exact;

  /** @param fields id, version, start, end, note, themes, author, revision, editable, state, and times in milliseconds */
  constructor(text, fields) {
    this.#text = text;
    Object.assign(this, fields);
  }

  get exact() {
    this.#exact ??= this.#text.slice(this.start, this.end);
    return this.#exact;
  }

  get created() {
    return new Date(this.createdAt).toISOString();
  }

  get updated() {
    return new Date(this.updatedAt).toISOString();
  }

  with(changes) {
    return new Mark(this.#text, { ...this, ...changes });
  }

  /** Whether this is what the server tells of it. */
  says(row) {
    const same = ["revision", "start", "end", "note", "editable"].every((name) => this[name] === row[name]);
    return same && this.state === "saved" && this.themes.join() === row.themes.join();
  }

  /** What the server is asked to keep. */
  body(article) {
    const { version, start, end, exact, note, themes } = this;
    const before = Math.max(0, start - CONTEXT);
    const prefix = start ? this.#text.slice(before, start) : "";
    const suffix = this.#text.slice(end, Math.min(this.#text.length, end + CONTEXT));
    return { article, version, start, end, exact, prefix, suffix, note, themes };
  }
}

/** A mark as one answer of the server tells it. */
export function told(text, row) {
  const { id, version, start, end, note, themes, author, revision, editable } = row;
  const times = { createdAt: Date.parse(row.created), updatedAt: Date.parse(row.updated) };
  return new Mark(text, { id, version, start, end, note, themes, author, revision, editable, ...times, state: "saved" });
}

/** The marks that came in columns. */
export function unpacked(text, { marks, people, me, version }) {
  const byId = new Map(people.map((person) => [person.id, person]));
  let start = 0;
  return marks.starts.map((step, place) => {
    start += step;
    const author = byId.get(marks.authors[place]) ?? null;
    const createdAt = marks.created[place] * 1000;
    return new Mark(text, {
      id: hyphened(marks.ids.slice(HEX * place, HEX * (place + 1))),
      version,
      start,
      end: start + marks.lengths[place],
      note: marks.notes[place] ?? "",
      themes: marks.themes[place],
      author,
      revision: marks.revisions[place],
      editable: me.may.edit || (me.may.mark && author?.id === me.id),
      createdAt,
      updatedAt: createdAt + marks.updated[place] * 1000,
      state: "saved",
    });
  });
}

function hyphened(hex) {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A random UUID; crypto.randomUUID is missing where the page is not served securely. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return hyphened([...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
}
