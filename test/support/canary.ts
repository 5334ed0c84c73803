/**
 * A person whose address, name and links are unlike anything else, and the search for him where he must not be: in every
 * line of the log, every header and error page, every job, every table in clear, every mail to somebody else. He is looked
 * for in all the forms that programs give to text.
 */
import type { World } from "./world.ts";

export const CANARY = {
  address: "kanarijputns.o'zeltitis+b=1@zeltitu-novads.test",
  name: "Zeltītis „Kanārijputns”",
};

const WORDS = /kanarijputn|kanārijputn|zeltitis|zeltītis|zeltitu-novads/i;
/** A link token is told by any piece of it of this length. */
const PIECE = 24;

/** The texts that a text may stand for: percent-encoding, entities, JSON, quoted-printable, hexadecimal, Base64. */
function readings(text: string): string[] {
  const bytes = (hex: string) => Buffer.from(hex, "hex").toString("utf8");
  return [
    text,
    text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => bytes(run.replaceAll("%", ""))),
    text.replace(/&#x?([0-9a-f]+);/gi, (whole, n) =>
      String.fromCodePoint(Number(`${/x/i.test(whole) ? "0x" : ""}${n}`) % 0x10ffff),
    ),
    text.replace(/\\u([0-9a-f]{4})/gi, (_, n) => String.fromCharCode(Number.parseInt(n, 16))),
    text.replace(/=\r?\n/g, "").replace(/(?:=[0-9A-F]{2})+/g, (run) => bytes(run.replaceAll("=", ""))),
    ...(text.match(/(?:[0-9a-f]{2}){8,}/gi) ?? []).map(bytes),
    ...(text.match(/[A-Za-z0-9+/_-]{12,}={0,2}/g) ?? []).map((run) => Buffer.from(run, "base64").toString("utf8")),
  ];
}

/** Whether a text, however it is written, speaks of the canary or holds a piece of one of these tokens. */
export function betrays(text: string, tokens: readonly string[] = []): boolean {
  if (tokens.some((token) => piecesOf(token).some((piece) => text.includes(piece)))) return true;
  return readings(text).some((one) => WORDS.test(one.normalize("NFC")));
}

function piecesOf(token: string): string[] {
  const pieces: string[] = [];
  for (let i = 0; i + PIECE <= token.length; i += PIECE) pieces.push(token.slice(i, i + PIECE));
  return pieces;
}

export interface Watch {
  /** From now on this link token is a secret of his as well. */
  secret(token: string): string;
  /** Throws with every place where he was found. */
  expectSilence(): Promise<void>;
}

/** Pages that say no to somebody, or that something broke. What a form brings back to its typist is not among them. */
const ERRORS = [401, 403, 404, 405, 413, 429, 500, 501, 502, 503];

/** Watches a world from its beginning. */
export function watch(world: World): Watch {
  const tokens: string[] = [];
  const seen: [string, string][] = [];
  const { queue } = world.deps;
  const { enqueue } = queue;
  queue.enqueue = (job, options) => {
    seen.push(["job", JSON.stringify(job)]);
    return enqueue.call(queue, job, options);
  };
  const { call } = world.deps;
  world.deps.call = (url, json) => {
    seen.push(["call", `${url} ${json}`]);
    return call(url, json);
  };
  const { request } = world;
  world.request = async (path, init) => {
    const answer = await request.call(world, path, init);
    const of = `${init?.method ?? "GET"} → ${answer.status}`;
    for (const [name, value] of answer.headers) seen.push([`header ${name} of ${of}`, value]);
    if (ERRORS.includes(answer.status)) seen.push([`page of ${of}`, await answer.clone().text()]);
    return answer;
  };

  return {
    secret(token) {
      tokens.push(token);
      return token;
    },
    async expectSilence() {
      const places = [
        ...seen,
        ...world.lines.map((line) => ["line", line] as const),
        ...world.mailbox.mails
          .filter(({ mail }) => !betrays(mail.to))
          .map(({ mail }) => [`mail to another`, JSON.stringify(mail)] as const),
        ...(await tables(world)),
      ];
      const found = [...new Set(places.filter(([, text]) => betrays(text, tokens)).map(([place]) => place))];
      if (found.length > 0) throw new Error(`the canary is found in: ${found.join("; ")}`);
    },
  };
}

/** Every row of every table, as text. */
async function tables(world: World): Promise<[string, string][]> {
  const names = await world.rows("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'");
  const all = await Promise.all(
    names.map(async ({ name }) =>
      (await world.rows(`SELECT * FROM "${name}"`)).flatMap((row) =>
        Object.entries(row).map(([column, value]): [string, string] => [
          `table ${name}.${column}`,
          value instanceof ArrayBuffer ? Buffer.from(value).toString("utf8") : String(value),
        ]),
      ),
    ),
  );
  return all.flat();
}
