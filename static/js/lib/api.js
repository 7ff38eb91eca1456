/** Talking to the server: one function, and two ways it can fail. */

/** The server refused: `body` is its answer, `message` a sentence, `code` says why. */
export class Refused extends Error {
  constructor(status, body) {
    super(body?.error?.message ?? gettext("服务器没有接受这次操作。"));
    this.status = status;
    this.body = body ?? {};
    this.code = this.body.error?.code ?? "";
  }
}

/** No answer came, or none from the app itself: the same may succeed later. */
export class Unreachable extends Error {
  /** @param after milliseconds that the server asks to wait, if it does */
  constructor(message, after = 0) {
    super(message);
    this.after = after;
  }
}

let reader = "";

/** From now on requests are this person's: the server refuses them once somebody else has signed in. */
export function speakFor(id) {
  reader = String(id);
}

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

function headersOf(data, { revision, tag }) {
  const headers = { "X-CSRFToken": token(), Accept: "application/json" };
  if (reader) headers["X-Reader"] = reader;
  if (data !== undefined) headers["Content-Type"] = "application/json";
  if (revision) headers["If-Match"] = `"${revision}"`;
  if (tag) headers["If-None-Match"] = tag;
  return headers;
}

/** Send JSON; the answer's body, null where it has none, and its tag. Nothing new since `tag`: null as well. */
export async function exchange(method, path, data, { keepalive, ...options } = {}) {
  const request = { method, headers: headersOf(data, options), body: data && JSON.stringify(data), keepalive };
  let answer;
  try {
    answer = await fetch(path, { ...request, cache: "no-store" });
  } catch (error) {
    throw new Unreachable(error.message);
  }
  if (answer.status >= 500 || answer.status === 429) {
    throw new Unreachable(String(answer.status), 1000 * (Number(answer.headers.get("Retry-After")) || 0));
  }
  const empty = answer.status === 204 || answer.status === 304;
  const body = empty ? null : await answer.json().catch(() => null);
  if (!answer.ok && !empty) throw new Refused(answer.status, body);
  return { body, tag: answer.headers.get("ETag") };
}

/** Send JSON, get JSON; null where the answer has no body. */
export async function send(method, path, data, options) {
  return (await exchange(method, path, data, options)).body;
}
