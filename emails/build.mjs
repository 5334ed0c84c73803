/**
 * Compiles emails/*.mjml to src/delivery/shells.gen.ts: `npm run emails`. The result is committed; a test compiles again
 * and compares. A shell is a whole mail; a part is a piece of `_parts.mjml` between `<!--part name-->` and `<!--/part-->`.
 * Slots stay in the HTML for src/delivery/document/fill.ts:
 *
 *     {{name}}             text, escaped
 *     {{name:url}}         an http(s) or mailto address, escaped
 *     <!--slot name-->     HTML that our own writer made
 *     {{name:color}}       a colour; written in MJML as the colour itself (COLOURS below), so that MJML can check it
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import mjml2html from "mjml";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const TARGET = fileURLToPath(new URL("../src/delivery/shells.gen.ts", import.meta.url));

/** The institution's two colours, their twins for words and for dark mode, become slots. */
const COLOURS = {
  "#1e4577": "{{link:color}}",
  "#a9c6f0": "{{linkDark:color}}",
  "#9d2b38": "{{accent:color}}",
  "#9d2b3a": "{{accentWords:color}}",
  "#e88f99": "{{accentDark:color}}",
};

/** The text of shells.gen.ts. Deterministic. Throws on anything MJML does not know. */
export async function compileShells() {
  const names = (await readdir(FOLDER)).filter((n) => n.endsWith(".mjml") && !n.startsWith("_")).sort();
  const head = await readFile(`${FOLDER}_head.mjml`, "utf8");
  const shells = await Promise.all(names.map(async (n) => [n.replace(".mjml", ""), `${await compile(n, head)}\n`]));
  const pieces = [...shells, ...cut(await compile("_parts.mjml", head))];
  return [
    "/** Made by `npm run emails` from emails/*.mjml. Do not edit. */",
    "",
    "/** Whole mails and the parts of their bodies, with slots. */",
    "export const SHELLS = {",
    ...pieces.map(([name, html]) => `  ${name}: ${JSON.stringify(html)},`),
    "} as const;",
    "",
    "/** Slots of each, apart from the colours. */",
    "export interface ShellSlots {",
    ...pieces.map(([name, html]) => `  ${name}: ${slotsOf(html) || "never"};`),
    "}",
    "",
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
  return Object.entries(COLOURS)
    .reduce((text, [colour, slot]) => text.replaceAll(colour, slot), html)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

/** The parts, inner ones taken out of outer ones. */
function cut(html) {
  const parts = [];
  const open = [{ name: "", html: "" }];
  for (const piece of html.split(/(<!--part \w+-->|<!--\/part-->)/)) {
    const name = /^<!--part (\w+)-->$/.exec(piece)?.[1];
    if (name) open.push({ name, html: "" });
    else if (piece === "<!--/part-->") parts.push(open.pop());
    else open.at(-1).html += piece;
  }
  if (open.length !== 1) throw new Error("_parts.mjml: a part is not closed");
  return parts.map((part) => [part.name, part.html.trim()]).sort(([a], [b]) => (a < b ? -1 : 1));
}

function slotsOf(html) {
  const found = [...html.matchAll(/\{\{(\w+)(?::(\w+))?\}\}|<!--slot (\w+)-->/g)].filter((m) => m[2] !== "color");
  return [...new Set(found.map((m) => m[1] ?? m[3]))]
    .sort()
    .map((s) => `"${s}"`)
    .join(" | ");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TARGET, await compileShells());
