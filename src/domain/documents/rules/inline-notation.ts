/**
 * Marks and links of one line as they are typed: `**bold**`, `*italic*`, `[words](https://…)`. A backslash before a sign makes
 * it a plain sign. Each row of one to three asterisks turns italic (1), bold (2) or both (3) on or off; it turns on only
 * before a word and off only behind one, and what is never turned off again is an asterisk. So `2 * 3` and `5*` stay as they are.
 */
import type { LinkRun, Run, TextRun } from "../rules.ts";

type Token = { kind: "text"; text: string } | { kind: "link"; text: string; href: string } | Stars;
interface Stars {
  kind: "stars";
  many: 1 | 2 | 3;
  beforeWord: boolean;
  afterWord: boolean;
}

const ESCAPED = /^\\([^\p{L}\p{N}\s])/u;
// Each alternative begins differently, so that no line takes long.
const LINK =
  /^\[((?:\\[^\p{L}\p{N}\s]|\\(?![^\p{L}\p{N}\s])|[^\]\\])+?)\]\(((?:\\[^\p{L}\p{N}\s]|\\(?![^\p{L}\p{N}\s])|[^)\\\s])+?)\)/u;
const unescaped = (text: string) => text.replace(/\\([^\p{L}\p{N}\s])/gu, "$1");
const isSpace = (char: string | undefined) => char === undefined || char.trim() === "";

/** Runs of a line. `links: false` where none may stand (a quote): there they stay as typed. */
export function readLine(line: string, links = true): Exclude<Run, { kind: "break" }>[] {
  const tokens = tokensOf(line, links);
  const plain = new Set<Token>();
  for (;;) {
    const { runs, open } = resolved(tokens, plain);
    if (open.length === 0) return runs;
    for (const token of open) plain.add(token);
  }
}

/** The words of a line without marks. */
export const readWords = (line: string): string =>
  readLine(line)
    .map((run) => run.text)
    .join("");

function tokensOf(line: string, links: boolean): Token[] {
  const tokens: Token[] = [];
  const say = (text: string) => {
    const last = tokens.at(-1);
    if (last?.kind === "text") last.text += text;
    else tokens.push({ kind: "text", text });
  };
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at, at + 6_000);
    const [plainly, sign = ""] = ESCAPED.exec(rest) ?? [];
    const stars = /^\*+/.exec(rest)?.[0];
    const link = links && rest[0] === "[" ? LINK.exec(rest) : null;
    if (plainly) {
      say(sign);
      at += plainly.length;
    } else if (stars && stars.length <= 3) {
      const many = stars.length as Stars["many"];
      const after = line[at + many];
      tokens.push({ kind: "stars", many, beforeWord: !isSpace(after), afterWord: at > 0 && !isSpace(line[at - 1]) });
      at += many;
    } else if (link) {
      tokens.push({ kind: "link", text: unescaped(link[1] ?? ""), href: unescaped(link[2] ?? "") });
      at += link[0].length;
    } else {
      const taken = stars ?? /^[^\\*[]+/.exec(rest)?.[0] ?? rest[0] ?? "";
      say(taken);
      at += taken.length;
    }
  }
  return tokens;
}

/** Runs, and the asterisks that opened what nothing closed. */
function resolved(tokens: readonly Token[], plain: ReadonlySet<Token>) {
  const runs: (TextRun | LinkRun)[] = [];
  let italic: Token | undefined;
  let bold: Token | undefined;
  const say = (text: string) =>
    runs.push({ kind: "text", text, ...(bold && { bold: true }), ...(italic && { italic: true }) });
  for (const token of tokens) {
    if (token.kind === "link") runs.push({ ...token });
    else if (token.kind === "text") say(token.text);
    else {
      const [turnsItalic, turnsBold] = [(token.many & 1) > 0, (token.many & 2) > 0];
      const closes = (turnsItalic && italic) || (turnsBold && bold);
      const opens = (turnsItalic && !italic) || (turnsBold && !bold);
      if (plain.has(token) || (closes && !token.afterWord) || (opens && !token.beforeWord)) {
        say("*".repeat(token.many));
        continue;
      }
      if (turnsItalic) italic = italic ? undefined : token;
      if (turnsBold) bold = bold ? undefined : token;
    }
  }
  return { runs, open: [italic, bold].filter((token): token is Token => token !== undefined) };
}

/** Which signs of words are typed with a backslash. */
export type Signs = RegExp;

/** The line of these runs, which have to be settled. */
export function writeLine(runs: readonly Exclude<Run, { kind: "break" }>[], signs: Signs): string {
  const escaped = (text: string) => text.replace(signs, "\\$&");
  let marks = 0;
  let line = "";
  const turnTo = (next: number) => {
    line += "*".repeat(marks ^ next);
    marks = next;
  };
  for (const run of runs) {
    if (run.kind === "link") {
      turnTo(0);
      line += `[${run.text.replace(/[\\[\]|<]/g, "\\$&")}](${run.href.replace(/[\\()|]/g, "\\$&")})`;
    } else {
      turnTo((run.italic ? 1 : 0) + (run.bold ? 2 : 0));
      line += escaped(run.text);
    }
  }
  turnTo(0);
  return line;
}
