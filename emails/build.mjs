/**
 * Compiles emails/*.mjml to src/delivery/shells.gen.ts: `npm run emails`. The result is committed; a test compiles again
 * and compares. Slots stay in the HTML for src/delivery/fill.ts:
 *
 *     {{name}}             text, escaped
 *     {{name:url}}         an http(s) address, escaped
 *     {{name:paragraphs}}  several paragraphs, each escaped
 *     {{name:color}}       a colour; written in MJML as the colour itself (COLOURS below), so that MJML can check it
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import mjml2html from "mjml";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const TARGET = fileURLToPath(new URL("../src/delivery/shells.gen.ts", import.meta.url));

/** The two colours of the institution (and the light twin of the first, for dark mode) become slots. */
const COLOURS = { "#1e4577": "{{link:color}}", "#a9c6f0": "{{linkDark:color}}", "#9d2b38": "{{accent:color}}" };

/** The text of shells.gen.ts. Deterministic. Throws on anything MJML does not know. */
export async function compileShells() {
  const names = (await readdir(FOLDER)).filter((n) => n.endsWith(".mjml") && !n.startsWith("_")).sort();
  const head = await readFile(`${FOLDER}_head.mjml`, "utf8");
  const shells = await Promise.all(names.map((name) => compile(name, head)));
  return [
    "/** Made by `npm run emails` from emails/*.mjml. Do not edit. */",
    "",
    "export const SHELLS = {",
    ...shells.map(([key, html]) => `  ${key}: ${JSON.stringify(html)},`),
    "} as const;",
    "",
    ...shells.map(([key, html]) => {
      const slots = [...new Set([...html.matchAll(/\{\{(\w+)(?::\w+)?\}\}/g)].map((m) => m[1]))].sort();
      return `export type ${key[0].toUpperCase()}${key.slice(1)}Slot =\n  | ${slots.map((s) => `"${s}"`).join("\n  | ")};\n`;
    }),
  ].join("\n");
}

async function compile(name, head) {
  const source = await readFile(`${FOLDER}${name}`, "utf8");
  const { html, errors } = await mjml2html(source.replace('<mj-include path="./_head.mjml" />', head), {
    validationLevel: "strict",
    ignoreIncludes: true,
    // MJML loads "Roboto" and others from a third party wherever a font stack names them.
    fonts: {},
  });
  if (errors?.length) throw new Error(`${name}: ${errors.map((e) => e.formattedMessage).join("; ")}`);
  const slotted = Object.entries(COLOURS).reduce((text, [colour, slot]) => text.replaceAll(colour, slot), html);
  const compact = slotted
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
  return [name.replace(".mjml", "").replace(/-(\w)/g, (_, letter) => letter.toUpperCase()), `${compact}\n`];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TARGET, await compileShells());
