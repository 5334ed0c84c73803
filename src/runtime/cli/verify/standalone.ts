/**
 * The end of `verify.mjs`, which lies in every bundle: `node verify.mjs bundle.zip [--json] [--lang lv|en] [--key vkey]
 * [--authority root.pem]`. The core stands before it in the same file. Exit codes: 0 nothing is invalid, 3 invalid or no bundle, 2 wrong usage.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Report } from "../../../domain/proofs/rules/verify/verdict.ts";

declare const pieteka: typeof import("../../../http/verifier/core.ts");

const USAGE = "node verify.mjs bundle.zip [--json] [--lang lv|en] [--key vkey] [--authority root.pem]";

process.exitCode = await main().catch(() => {
  console.error(USAGE);
  return 2;
});

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      lang: { type: "string" },
      key: { type: "string" },
      authority: { type: "string" },
    },
  });
  const [path] = positionals;
  const key = values.key === undefined ? undefined : pieteka.readVkey(values.key);
  if (path === undefined || positionals.length > 1 || (values.key !== undefined && !key)) throw new Error(USAGE);
  const lang = values.lang === "lv" ? "lv" : "en";
  const trusted = values.authority === undefined ? [] : pieteka.certificatesIn(readFileSync(values.authority));
  const found = await pieteka.verifyBundle(new Uint8Array(readFileSync(path)), {
    keys: key ? [key] : [],
    authorities: trusted.map((certificate) => ({ certificate })),
  });
  if (pieteka.isProblem(found)) {
    console.log(values.json ? JSON.stringify(found, null, 2) : pieteka.problemText(found, lang));
    return 3;
  }
  const { texts, ...plain }: Report = found;
  console.log(
    values.json ? JSON.stringify({ ...plain, texts: [...texts.keys()] }, null, 2) : pieteka.reportText(found, lang),
  );
  return Object.values(found.verdicts).some(({ status }) => status === "invalid") ? 3 : 0;
}
