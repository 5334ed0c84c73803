/**
 * One-click unsubscribe over real HTTP (PLATFORM 1.1, RFC 8058), the same in both runtimes: which requests act, which never
 * do, and that whoever asks sees the same answer. The runtimes' own tests start a house and give it here.
 */
import type { OutgoingHttpHeaders } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asked, ask } from "./ask.ts";
import type { Mailed, MailedPeople } from "./one-click-mailed.ts";

export interface OneClickHouse {
  url: string;
  people: MailedPeople;
  stop(): Promise<void>;
}

/** How many people the matrix needs: a burst of its own, and one or two for each case. */
export const BURST = 200;
export const PEOPLE = BURST + 100;

/** The proxy of `wrangler dev` may lose a request of a burst. As a mail service would, we press again. */
const LOST = "Your worker restarted mid-request";
const FORM = "application/x-www-form-urlencoded";
const PAIR = "List-Unsubscribe=One-Click";
const part = (name: string, value: string) =>
  `--granica\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const MULTIPART = `${part("List-Unsubscribe", "One-Click")}--granica--\r\n`;

/** Every way to say it that must be heard: name, headers, body. */
const SAID: [string, OutgoingHttpHeaders, string?][] = [
  ["urlencoded", { "Content-Type": FORM }, PAIR],
  ["urlencoded, with a charset", { "Content-Type": `${FORM}; charset=UTF-8` }, PAIR],
  ["urlencoded, its type in capitals", { "Content-Type": FORM.toUpperCase() }, PAIR],
  ["multipart", { "Content-Type": "multipart/form-data; boundary=granica" }, MULTIPART],
  ["multipart, the boundary in quotes", { "Content-Type": 'multipart/form-data; boundary="granica"' }, MULTIPART],
  ["multipart, the boundary missing", { "Content-Type": "multipart/form-data" }, MULTIPART],
  ["multipart, cut off", { "Content-Type": "multipart/form-data; boundary=granica" }, MULTIPART.slice(0, 40)],
  ["the pair without a type", {}, PAIR],
  ["the pair as plain text", { "Content-Type": "text/plain" }, PAIR],
  ["the pair under a wrong type", { "Content-Type": "application/json" }, PAIR],
  ["the pair with a line end", { "Content-Type": FORM }, `${PAIR}\r\n`],
  ["the pair percent-encoded", { "Content-Type": FORM }, "List%2DUnsubscribe=One%2DClick"],
  ["the pair in small letters", { "Content-Type": FORM }, PAIR.toLowerCase()],
  ["the pair with others", { "Content-Type": FORM }, `a=b&${PAIR}&a=c`],
  ["a form without the pair", { "Content-Type": FORM }, "reason=spam"],
  ["no body at all", {}],
  ["an empty form", { "Content-Type": FORM }, ""],
  ["a body in pieces", { "Content-Type": FORM, "Transfer-Encoding": "chunked" }, PAIR],
];

/** What a request may bring along from wherever it comes. */
const BROUGHT: [string, OutgoingHttpHeaders][] = [
  ["no Origin and no Sec-Fetch-Site", {}],
  ["a foreign Origin", { Origin: "https://mail.example" }],
  ["Origin: null", { Origin: "null" }],
  ["a request that says it is cross-site", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" }],
  ["cookies", { Cookie: "lang=en; better-auth.session_token=x.y; __Host-me=1" }],
  ["authorisation", { Authorization: "Basic dXNlcjpwYXNz" }],
  ["another method in a header", { "X-HTTP-Method-Override": "GET", "X-Method-Override": "HEAD" }],
  [
    "proxies' headers",
    { "X-Forwarded-Host": "elsewhere.example", "X-Forwarded-Proto": "http", Forwarded: "proto=http" },
  ],
  ["a language and a wish for JSON", { "Accept-Language": "en", Accept: "application/json" }],
];

/** One-click at a house that `start` makes, once for all of these tests. */
export function oneClickMatrix(start: () => Promise<OneClickHouse>): () => OneClickHouse {
  let house: OneClickHouse;
  beforeAll(async () => {
    house = await start();
  }, 120_000);
  afterAll(async () => house?.stop());

  const at = (who: Pick<Mailed, "token">, more = "") => `${house.url}/u/${who.token}${more}`;
  const press = async (who: Pick<Mailed, "token">, headers: OutgoingHttpHeaders = {}, more = ""): Promise<Asked> => {
    const answer = await ask(at(who, more), { headers: { "Content-Type": FORM, ...headers }, body: PAIR });
    return answer.body.startsWith(LOST) ? press(who, headers, more) : answer;
  };
  /** RFC 8058 §3.1: no redirect. PLATFORM U10: blank. Nothing that a browser or a cache would keep. */
  const blank = (answer: Asked) => {
    const { location, "set-cookie": cookie, "cache-control": cache } = answer.headers;
    expect([answer.status, answer.body, location, cookie, cache]).toEqual([200, "", undefined, undefined, "no-store"]);
  };
  const gone = async (who: Mailed) =>
    expect(await house.people.standing(who)).toEqual({
      addresses: 0,
      subscription: "ended",
      events: [{ typ: "consent.refused", method: "one-click.post", mailing: house.people.mailingId }],
      suppressed: ["refused"],
    });
  const unchanged = async (during: () => Promise<unknown>) => {
    const before = await house.people.everything();
    await during();
    expect(await house.people.everything()).toBe(before);
  };

  describe("a POST acts at once, leaves one event with its door and its mailing, and answers with nothing", () => {
    it.each(SAID)("in the form of: %s", async (_, headers, body) => {
      const who = house.people.next();
      const length = body === undefined || headers["Transfer-Encoding"] ? {} : { "Content-Length": body.length };
      blank(await ask(at(who), { headers: { ...headers, ...length }, body }));
      await gone(who);
    });

    it.each(BROUGHT)("whatever comes along: %s", async (_, headers) => {
      const who = house.people.next();
      blank(await press(who, headers));
      await gone(who);
    });

    it.each(["?utm_source=scanner&x=1", "?lang=en", "?", "?scope=everything", "/", "/?a=b"])(
      "at the address with %s behind it, as mail programs and scanners add it",
      async (more) => {
        const who = house.people.next();
        blank(await press(who, {}, more));
        await gone(who);
      },
    );

    it("at the host in capitals", async () => {
      const who = house.people.next();
      blank(await press(who, { Host: new URL(house.url).host.toUpperCase() }));
      await gone(who);
    });

    it("ten times over, one after another and all at once, as one", async () => {
      const [first, second] = [house.people.next(), house.people.next()];
      for (let i = 0; i < 10; i++) blank(await press(first));
      for (const answer of await Promise.all(Array.from({ length: 10 }, () => press(second)))) blank(answer);
      await gone(first);
      await gone(second);
    });

    it(`of ${BURST} people at once`, async () => {
      const all = Array.from({ length: BURST }, () => house.people.next());
      for (const answer of await Promise.all(all.map((who) => press(who)))) blank(answer);
      for (const who of all) await gone(who);
    });
  });

  describe("nothing is done by", () => {
    it.each(["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"])("%s", async (method) => {
      const who = house.people.next();
      await unchanged(async () => {
        const safe = method === "GET" || method === "HEAD";
        const headers = { "Content-Type": FORM, "Content-Length": PAIR.length };
        const answer = await ask(at(who), safe ? { method } : { method, headers, body: PAIR });
        expect(safe ? [200] : [403, 405]).toContain(answer.status);
        expect(answer.headers.location).toBeUndefined();
      });
    });

    it("storms of GET and HEAD, hundreds of them, at the link and at what a scanner makes of it", async () => {
      const who = house.people.next();
      const doors = ["", "/", "?lang=en", "?x=%00", "?utm_source=scanner"];
      await unchanged(async () => {
        for (let wave = 0; wave < 12; wave++)
          await Promise.all(
            Array.from({ length: 50 }, async (_, i) => {
              const answer = await ask(at(who, doors[i % doors.length]), { method: i % 2 ? "HEAD" : "GET" });
              expect([answer.status, answer.headers.location]).toEqual([200, undefined]);
            }),
          );
      });
    });

    it("a body over the limit, whole or in pieces", async () => {
      const who = house.people.next();
      const body = `${PAIR}&more=${"x".repeat(5_000)}`;
      await unchanged(async () => {
        for (const length of [{ "Content-Length": body.length }, { "Transfer-Encoding": "chunked" }]) {
          const answer = await ask(at(who), { headers: { "Content-Type": FORM, ...length }, body });
          // The proxy of `wrangler dev` may lose the 413 to a body that nobody reads, and says 500 in its place.
          expect([413, 500]).toContain(answer.status);
        }
      });
    });

    it("the form of our own page, sent from elsewhere", async () => {
      const who = house.people.next();
      await unchanged(async () => {
        for (const headers of [{}, { Origin: "https://mail.example" }, { Origin: "null" }])
          expect(
            (await ask(at(who), { headers: { "Content-Type": FORM, ...headers }, body: "scope=everything" })).status,
          ).toBe(403);
      });
    });
  });

  it("a link of a stranger, cut, changed, or of another kind is answered as any other, and nothing is recorded", async () => {
    const { deps, mailingId } = house.people;
    const who = house.people.next();
    const real = comparable(await press(house.people.next()));
    const target = { subscriptionId: who.subscriptionId, mailingId };
    const { token } = who;
    const middle = Math.floor(token.length / 2);
    const strange = [
      "A".repeat(71),
      token.slice(0, -1),
      `${token}A`,
      `${token.slice(0, middle)}${token[middle] === "A" ? "B" : "A"}${token.slice(middle + 1)}`,
      `${token.slice(0, -1)}${token.endsWith("A") ? "Q" : "A"}`,
      token.toLowerCase(),
      deps.tokens.make("r", target),
      deps.tokens.make("q", target),
      deps.tokens.make("u", { ...target, subscriptionId: crypto.randomUUID() }),
      "x",
      "%00",
      "x".repeat(3_000),
    ];
    await unchanged(async () => {
      for (const other of strange) expect([other, comparable(await press({ token: other }))]).toEqual([other, real]);
    });
  });

  it("a link of somebody who is gone is answered as the first time", async () => {
    const who = house.people.next();
    const first = comparable(await press(who));
    await unchanged(async () => {
      for (const headers of [{}, { "Content-Type": "text/plain" }])
        expect(comparable(await press(who, headers))).toEqual(first);
    });
  });

  it("while nothing can be written it says 503 and when to come again, and the next try is heard", async () => {
    const who = house.people.next();
    const { client } = house.people;
    await client.execute(
      "CREATE TRIGGER no_writes BEFORE INSERT ON commit_mark BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
    );
    try {
      await unchanged(async () => {
        const answer = await press(who);
        expect([answer.status, answer.body, answer.headers.location]).toEqual([503, "", undefined]);
        expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
        expect(answer.headers["cache-control"]).toBe("no-store");
      });
    } finally {
      await client.execute("DROP TRIGGER no_writes");
    }
    blank(await press(who));
    await gone(who);
  });

  return () => house;
}

/** An answer without what differs by the second. */
function comparable({ status, headers, body }: Asked) {
  const { date: _, ...same } = headers;
  return { status, headers: same, body };
}
