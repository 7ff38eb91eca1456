/**
 * Undo and redo. The server keeps the steps, so they reach across a reload; what it does not have yet is taken back
 * here, before it is ever sent.
 */
import { Refused, send } from "../lib/api.js";
import { say, toast } from "../lib/status.js";

const UNSENT = {
  undo: { act: (marks) => marks.takeBack(), done: () => gettext("已撤销，尚未发出") },
  redo: { act: (marks) => marks.putBack(), done: () => gettext("已重做，连上后发出") },
};

/** @param place {api, article}  @param take what to do with the server's answer */
export async function step(name, { place, marks, line, take }) {
  try {
    await marks.written;
    if (line.state === "open") await marks.sender.wake();
    if (line.state !== "open" && (await UNSENT[name].act(marks))) {
      toast(UNSENT[name].done());
      return;
    }
    const answer = await send("POST", `${place.api}/articles/${place.article}/${name}`);
    take(answer);
    toast(answer.message);
  } catch (error) {
    line.failed(error);
    if (error instanceof Refused) toast(error.message);
    else say(gettext("连不上服务器，没有撤销。"), true);
  }
}
