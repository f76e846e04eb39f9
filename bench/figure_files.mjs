/**
 * Writes the figure's still pictures from its own drawing: the poster and the icon.
 *
 *     node bench/figure_files.mjs            writes them
 *     node bench/figure_files.mjs --check    fails when they are stale
 */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { iconText, pictureText } from "../static/figure/drawing.js";
import { pose } from "../static/figure/parameters.js";

const FILES = {
  "../static/figure/poster.svg": pictureText(pose(), { title: "接待员" }),
  "../static/icon.svg": iconText(pose({ smile: 0.4 })),
};

for (const [name, text] of Object.entries(FILES)) {
  const path = fileURLToPath(new URL(name, import.meta.url));
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (readFileSync(path, "utf-8") !== text) {
    console.error(`${name} is stale: run node bench/figure_files.mjs`);
    process.exitCode = 1;
  }
}
