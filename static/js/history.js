/** Undo and redo: the server keeps the steps, so they reach across a reload. */
import { Refused, send } from "./api.js";
import { say, toast } from "./status.js";

/** @param place {api, article}  @param take what to do with the server's answer */
export async function step(name, place, take) {
  try {
    const answer = await send("POST", `${place.api}/articles/${place.article}/${name}`);
    take(answer);
    toast(answer.message);
  } catch (error) {
    if (error instanceof Refused) toast(error.message);
    else say(gettext("连不上服务器，没有撤销。"), true);
  }
}
