/** Loads a module of static/js as node sees it, from a copy that says they are modules: the project has no package.json. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = mkdtempSync(join(tmpdir(), "quandian-js-"));
cpSync(fileURLToPath(new URL("../../static/js/", import.meta.url)), folder, { recursive: true });
writeFileSync(join(folder, "package.json"), '{"type": "module"}');
process.on("exit", () => rmSync(folder, { recursive: true }));

export function load(name) {
  return import(pathToFileURL(join(folder, name)));
}
