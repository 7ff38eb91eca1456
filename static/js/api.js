/** Talking to the server: one function, and two ways it can fail. */

/** The server refused: `body` is its answer, `message` a sentence. */
export class Refused extends Error {
  constructor(status, body) {
    super(body?.error?.message ?? gettext("服务器没有接受这次操作。"));
    this.status = status;
    this.body = body ?? {};
  }
}

/** No answer came, or none from the app itself: the same may succeed later. */
export class Unreachable extends Error {}

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

/** Send JSON, get JSON; null where the answer has no body. */
export async function send(method, path, data, { revision, keepalive } = {}) {
  const headers = { "X-CSRFToken": token(), Accept: "application/json" };
  if (data !== undefined) headers["Content-Type"] = "application/json";
  if (revision) headers["If-Match"] = `"${revision}"`;
  let answer;
  try {
    answer = await fetch(path, { method, headers, body: data && JSON.stringify(data), keepalive });
  } catch (error) {
    throw new Unreachable(error.message);
  }
  if (answer.status >= 500) throw new Unreachable(String(answer.status));
  const body = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (!answer.ok) throw new Refused(answer.status, body);
  return body;
}
