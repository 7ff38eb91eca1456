/** Loads a module of static/js as node sees it: the project has no package.json to say they are modules. */
import { readFile } from "node:fs/promises";

const JS = new URL("../../static/js/", import.meta.url);

export async function load(name) {
  const source = await readFile(new URL(name, JS), "utf-8");
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}
