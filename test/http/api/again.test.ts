/** Idempotency-Key: a call that comes again changes nothing again, whenever the program died and whatever it had answered. */
import { describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { exampleCampaign } from "../../../src/http/api/schemas/examples.ts";
import { type Answer, callsWith, programOf } from "../../support/api.ts";
import { mortal } from "../../support/mortal.ts";
import { createWorld, type World } from "../../support/world.ts";

const purposeOf = async (world: World) =>
  String((await world.rows("SELECT id FROM purpose WHERE state = 'active' AND basis = 'a'"))[0]?.id);
const body = (purposeId: string, name: string) => ({
  kind: "newsletter",
  purposeId,
  names: { lv: name, en: name },
  promise: { lv: "Reizi nedēļā.", en: "Once a week." },
});
const named = async (world: World, name: string) =>
  Number((await world.rows("SELECT count(*) AS n FROM list WHERE names ->> '$.lv' = ?", name))[0]?.n);

describe("a call with an Idempotency-Key", () => {
  it("is done once, and answered the same; with another body or path it is refused", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const list = body(await purposeOf(world), "Vienreiz");
    const headers = { "Idempotency-Key": "8e03978e-40d5-43dd-bc93-6894a57f9324" };
    const [first, second] = [
      await program.json("POST", "/lists", list, headers),
      await program.json("POST", "/lists", list, headers),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("etag")).toBe('"1"');
    expect([first.headers.get("idempotency-replayed"), second.headers.get("idempotency-replayed")]).toEqual([
      null,
      "true",
    ]);
    expect(await named(world, "Vienreiz")).toBe(1);
    const other = await program.json("POST", "/lists", body(list.purposeId, "Cits"), headers);
    expect([other.status, other.body.code]).toEqual([422, "api.key_reused"]);
    const elsewhere = await program.json("POST", `/lists/${first.body.id}/end`, { version: 1 }, headers);
    expect(elsewhere.body.code).toBe("api.key_reused");
    const short = await program.json("POST", "/lists", list, { "Idempotency-Key": "1" });
    expect([short.status, short.body.code]).toEqual([400, "api.key_form"]);
  });

  it("belongs to the key that called: another program's is another call", async () => {
    const world = await createWorld();
    const [one, two] = [await programOf(world), await programOf(world)];
    const list = body(await purposeOf(world), "Katram savs");
    const headers = { "Idempotency-Key": "the-same-value" };
    const ids = [await one.json("POST", "/lists", list, headers), await two.json("POST", "/lists", list, headers)];
    expect(new Set(ids.map((answer) => answer.body.id)).size).toBe(2);
  });

  it("that was refused wrote nothing, and may be tried again; after a day the value is free", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const headers = { "Idempotency-Key": "refused-at-first" };
    const wrong = { ...body(await purposeOf(world), "Vēlāk"), names: { lv: "", en: "" } };
    expect((await program.json("POST", "/lists", wrong, headers)).status).toBe(422);
    expect(await world.rows("SELECT state FROM api_call")).toEqual([]);
    const list = body(await purposeOf(world), "Vēlāk");
    expect((await program.json("POST", "/lists", list, headers)).status).toBe(201);
    world.clock.pass({ hours: 25 });
    expect((await program.json("POST", "/lists", list, headers)).headers.get("idempotency-replayed")).toBeNull();
    expect(await named(world, "Vēlāk")).toBe(2);
  });

  it("is done exactly once wherever the program dies, and the one that comes again has the whole answer", {
    timeout: 60_000,
  }, async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const purposeId = await purposeOf(world);
    let died = 0;
    for (const after of [false, true])
      for (let n = 1; n <= 6; n++) {
        const name = `Saraksts ${n} ${after}`;
        const headers = { "Idempotency-Key": `crash-${n}-${after}` };
        world.clock.pass({ minutes: 1 });
        const dying = createApp(() => mortal(world.deps, n, after));
        const request = (path: string, init?: RequestInit) =>
          Promise.resolve(dying.request(new URL(path, world.deps.config.publicUrl), init));
        const broken = await callsWith({ request } as World, program.key).call(
          "POST",
          "/lists",
          body(purposeId, name),
          headers,
        );
        if (broken.status === 500) died++;
        let answer: Answer = await program.json("POST", "/lists", body(purposeId, name), headers);
        if (answer.status === 409) {
          expect([answer.body.code, answer.headers.get("retry-after")]).toEqual(["api.call_taken", "5"]);
          world.clock.pass({ minutes: 2 });
          answer = await program.json("POST", "/lists", body(purposeId, name), headers);
        }
        expect([name, answer.status, answer.body.names?.lv]).toEqual([name, 201, name]);
        expect([name, await named(world, name)]).toEqual([name, 1]);
        expect((await program.json("GET", `/lists/${answer.body.id}`)).body.id).toBe(answer.body.id);
      }
    expect(died).toBeGreaterThanOrEqual(6);
    await world.check();
  });

  it("whose first attempt was only slow writes nothing once a second one has taken over", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const [list] = await world.rows("SELECT id FROM list WHERE purpose_id = ?", await purposeOf(world));
    const campaign = { listId: list?.id, ...exampleCampaign };
    const headers = { "Idempotency-Key": "slow-one" };
    // The first attempt stands still before its act: two minutes pass, and the same call comes again.
    let calls = 0;
    let second: Answer | undefined;
    const client = new Proxy(world.client, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (name !== "batch") return typeof value === "function" ? value.bind(target) : value;
        return async (...given: Parameters<typeof target.batch>) => {
          // 1: the call is counted; 2: it begins; 3: its act.
          if (given[1] === "write" && ++calls === 3) {
            world.clock.pass({ minutes: 2 });
            second = await program.json("POST", "/campaigns", campaign, headers);
          }
          return target.batch(...given);
        };
      },
    });
    const { openDatabase } = await import("../../../src/platform/db.ts");
    const slow = createApp(() => ({ ...world.deps, db: openDatabase(client) }));
    const request = (path: string, init?: RequestInit) =>
      Promise.resolve(slow.request(new URL(path, world.deps.config.publicUrl), init));
    const first = await callsWith({ request } as World, program.key).json("POST", "/campaigns", campaign, headers);
    expect([second?.status, first.status]).toEqual([201, 409]);
    expect((await world.rows("SELECT count(*) AS n FROM mailing"))[0]?.n).toBe(1);
  });

  it("keeps nothing of a person: a withdrawal is remembered as done, and what it ended is not", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const said = {
      email: "janis@post.example",
      purposeId: "everything",
      who: "person",
      how: "phone",
      day: "2026-11-20",
    };
    const headers = { "Idempotency-Key": "withdrawal-0001" };
    const first = await program.json("POST", "/withdrawals", said, headers);
    expect(first.body).toMatchObject({ recorded: true, onList: false });
    const again = await program.json("POST", "/withdrawals", said, headers);
    expect([again.status, again.body]).toEqual([200, { recorded: true }]);
    expect((await world.rows("SELECT count(*) AS n FROM event WHERE typ = 'consent.refused'"))[0]?.n).toBe(1);
    const [row] = await world.rows("SELECT subject, answer, hex(request) AS request FROM api_call");
    expect([row?.subject, row?.answer]).toEqual([null, null]);
    await world.check();
  });

  it("that was refused and put on record is refused again, never told as done, also where its answer was lost", async () => {
    const world = await createWorld();
    const program = await programOf(world, { permissions: ["suppression.look-up"] });
    const said = {
      email: "anna@pasts.example",
      purposeId: "everything",
      who: "person",
      how: "phone",
      day: "2026-11-20",
    };
    const headers = { "Idempotency-Key": "withdrawal-0002" };
    const first = await program.json("POST", "/withdrawals", said, headers);
    expect([first.status, first.headers.get("content-type")]).toEqual([403, "application/problem+json"]);
    const again = await program.json("POST", "/withdrawals", said, headers);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get("content-type")).toBe("application/problem+json");
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    await world.client.execute("UPDATE api_call SET state = 'done', status = NULL, answer = NULL");
    expect((await program.json("POST", "/withdrawals", said, headers)).status).toBe(403);
    expect(await world.rows("SELECT 1 FROM event WHERE typ = 'consent.refused'")).toEqual([]);
    await world.check();
  });
});
