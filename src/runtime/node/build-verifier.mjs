/**
 * Builds the verifier that lies in every bundle: one core script, and around it `verify.html` and `verify.mjs`. Writes
 * src/domain/proofs/rules/verifier/built.gen.ts, or with `--print` to the output. The same sources give the same bytes,
 * because their hash is published.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const FOLDER = "src/http/verifier";
const OUT = "src/domain/proofs/rules/verifier/built.gen.ts";

/** One script. Licences of packages stay at its end. */
async function scriptOf(entry, more) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    legalComments: "eof",
    target: ["chrome100", "safari15.4", "firefox102"],
    logLevel: "warning",
    ...more,
  });
  const text = outputFiles[0].text.trim();
  if (/<\/script|<!--/i.test(text)) throw new Error(`${entry} would end its script element`);
  return text;
}

const core = await scriptOf(`${FOLDER}/core.ts`, { format: "iife", globalName: "pieteka", platform: "browser" });
const page = await scriptOf(`${FOLDER}/page.ts`, { format: "iife", platform: "browser" });
const main = await scriptOf("src/runtime/cli/verify/standalone.ts", {
  format: "esm",
  platform: "node",
  target: "node20",
});
const style = await scriptOf(`${FOLDER}/style.css`, {});

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(core)} ${hash(page)}`,
  `style-src ${hash(style)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const before = `<!doctype html>
<html lang="lv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>Pierādījumu komplekta pārbaude</title>
<style>${style}</style>
</head>
<body>
<noscript><p lang="lv">Pārbaudei vajadzīgs JavaScript. Bez tā komplektu var pārbaudīt ar Node: node verify.mjs komplekts.zip</p><p lang="en">The check needs JavaScript. Without it a bundle can be checked with Node: node verify.mjs bundle.zip</p></noscript>
<script>`;
const after = `</script>
<script>${page}</script>
</body>
</html>
`;

const source = `/** Made by src/runtime/node/build-verifier.mjs: the verifier in pieces. Not edited by hand. */
export const policy = ${JSON.stringify(policy)};
export const before = ${JSON.stringify(before)};
export const core = ${JSON.stringify(core)};
export const after = ${JSON.stringify(after)};
export const main = ${JSON.stringify(main)};
`;
if (process.argv.includes("--print")) process.stdout.write(source);
else {
  await mkdir(OUT.slice(0, OUT.lastIndexOf("/")), { recursive: true });
  if ((await readFile(OUT, "utf8").catch(() => "")) !== source) await writeFile(OUT, source);
}
