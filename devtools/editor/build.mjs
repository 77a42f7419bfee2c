// Makes the one file of the report editor and the licences of what is in it: `npm ci --ignore-scripts && npm run build`.
// Same sources, same bytes. `node build.mjs FOLDER` writes somewhere else.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = resolve(process.argv[2] || `${here}../../helpdesk/ui/static/ui/js`);

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ["src/editor.js"],
  outfile: `${folder}/report-editor.js`,
  bundle: true,
  format: "iife",
  minify: true,
  charset: "utf8",
  target: ["es2022"],
  legalComments: "none",
  banner: { js: "// Made by devtools/editor/build.mjs: change its sources, not this file. Licences: report-editor.NOTICE.txt" },
  metafile: true,
  logLevel: "warning",
});

const packages = [...new Set(Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean))].sort();
const said = packages.map((name) => {
  const home = `${here}node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${home}/package.json`, "utf8"));
  const file = readdirSync(home).find((one) => /^licen[cs]e/i.test(one));
  return `${name} ${version} (${license})\n\n${readFileSync(`${home}/${file}`, "utf8").trim()}\n`;
});
writeFileSync(`${folder}/report-editor.NOTICE.txt`, `report-editor.js holds our own sources (devtools/editor/src, EUPL-1.2) and these packages.\n\n${said.join("\n----\n\n")}`);
