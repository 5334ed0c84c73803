/** `verify`: checks a bundle of proofs on this machine, without settings, database or network. */
import { readFile, stat } from "node:fs/promises";
import { readVkey } from "../../../domain/proof-log/rules/note.ts";
import { isProblem, type Problem } from "../../../domain/proofs/rules/bundle/problem.ts";
import { MAX_BUNDLE_BYTES } from "../../../domain/proofs/rules/bundle/zip/read.ts";
import { certificatesIn } from "../../../domain/proofs/rules/verify/steps/time.ts";
import type { Report } from "../../../domain/proofs/rules/verify/verdict.ts";
import { type VerifyOptions, verifyBundle } from "../../../domain/proofs/rules/verify/verify.ts";
import { asLang, type Lang } from "../../../texts/say.ts";
import { problemText, reportText } from "../../../texts/verifier-report.ts";
import { type Command, EXIT, maybe, UsageError, word } from "../command.ts";

interface Answer {
  lang: Lang;
  report: Report | Problem;
}

export const verify: Command = {
  name: "verify",
  usage: "<bundle.zip> [--key <vkey>] [--authority <root.pem>] [--lang lv|en]",
  summary: "check a bundle of proofs, without database and network",
  words: 1,
  options: {
    key: { type: "string", about: "the log's key as the institution has published it" },
    authority: { type: "string", about: "certificates (PEM) of time-stamp issuers that you trust" },
    lang: { type: "string", about: "lv or en; en if not said" },
  },
  alone: async (given): Promise<Answer> => {
    const lang = asLang(maybe(given, "lang") ?? "en");
    if (!lang) throw new UsageError("--lang: lv or en.");
    const text = maybe(given, "key");
    const key = text === undefined ? undefined : readVkey(text);
    if (text !== undefined && !key) throw new UsageError("--key: not a key of a log. Copy the whole line.");
    const pem = maybe(given, "authority");
    const authorities = pem === undefined ? [] : certificatesIn(await bytesOf(pem, "--authority: "));
    if (pem !== undefined && authorities.length === 0)
      throw new UsageError("--authority: no certificate in this file.");
    const options = { keys: key ? [key] : [], authorities: authorities.map((certificate) => ({ certificate })) };
    return { lang, report: await checked(word(given, 0), options) };
  },
  show: ({ lang, report }: Answer) => (isProblem(report) ? problemText(report, lang) : reportText(report, lang)),
  json: ({ report }: Answer) => (isProblem(report) ? report : { ...report, texts: [...report.texts.keys()] }),
  exit: ({ report }: Answer) => (isProblem(report) || isInvalid(report) ? EXIT.refused : EXIT.done),
};

async function checked(path: string, options: VerifyOptions): Promise<Report | Problem> {
  const about = await stat(path).catch(() => undefined);
  if (about && about.size > MAX_BUNDLE_BYTES) return { problem: "file.huge" };
  return verifyBundle(await bytesOf(path), options);
}

async function bytesOf(path: string, what = ""): Promise<Uint8Array> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw new UsageError(`${what}There is no such file.`);
  return new Uint8Array(await readFile(path));
}

export const isInvalid = ({ verdicts }: Report): boolean =>
  Object.values(verdicts).some(({ status }) => status === "invalid");
