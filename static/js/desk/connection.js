/** Whether the server can be reached, and takes what this reader sends: everything that talks to it tells. */
import { Refused, Unreachable } from "../lib/api.js";

export class Line extends EventTarget {
  /** "open"; "offline"; "signed_out"; "lost": the article or the project is not there for this reader any more. */
  state = "open";

  worked() {
    this.#set("open");
  }

  /** Take note of a failure; whether it is the line's, so that the same is worth another try later. */
  failed(error) {
    const state = stateOf(error);
    if (state) this.#set(state);
    return Boolean(state);
  }

  #set(state) {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

function stateOf(error) {
  if (error instanceof Unreachable) return "offline";
  if (!(error instanceof Refused)) return null;
  if (error.status === 404) return "lost";
  // A 403 that does not speak of the reader's rights is about the form's token: that of an earlier session.
  return error.status === 401 || (error.status === 403 && error.code !== "forbidden") ? "signed_out" : null;
}
