import { expect, it, onTestFinished } from "vitest";
import { ALERTS, isForOfficer, isForOwner } from "../../../src/domain/alerts/rules.ts";
import { raiseWrite } from "../../../src/domain/alerts/store.ts";
import { recordDeadLetter } from "../../../src/domain/dead-letters/record.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { createLocalQueue } from "../../../src/runtime/node/queue.ts";
import { betrays, CANARY, watch } from "../../support/canary.ts";
import { mailerOf } from "../../support/mailer.ts";
import { createWorld, type World } from "../../support/world.ts";
import { campaign, imported, signUp } from "./life.ts";

const OFFICE = { people: [{ name: "Līga", address: "liga@ministrija.example" }], webhook: "https://zvani.example/x" };

async function told(world: World): Promise<void> {
  await world.client.execute({
    sql: "UPDATE institution SET profile=json_set(profile, '$.telling', json(?))",
    args: [JSON.stringify(OFFICE)],
  });
}

it("jobs that fail to the end are dead letters with ids alone, and the alert about them says nothing of him", async () => {
  const calls: string[] = [];
  const world = await createWorld({
    call: async (_, json) => {
      calls.push(json);
      return "call.refused";
    },
  });
  const eyes = watch(world);
  await told(world);
  const desk = await world.signIn("admin");
  await imported(world, desk);
  await campaign(world, desk);
  await signUp(world, { email: `x${CANARY.address}` });
  const { deps, client } = world;
  const { batch } = client;
  // Nothing can be written but leases, and what is kept of failed work.
  client.batch = async (all, mode) => {
    const asked = JSON.stringify(all);
    if (mode !== "write" || /lease|dead_letter|alert/.test(asked)) return Reflect.apply(batch, client, [all, mode]);
    throw Object.assign(new Error(`${CANARY.address} ${CANARY.name} ${asked}`), { code: "SQLITE_FULL" });
  };
  const queue = createLocalQueue((job) => handleJob(deps, job), deps.log, {
    dead: (job) => recordDeadLetter(deps, job),
    pauseAfter: () => 0,
  });
  onTestFinished(() => queue.stop(0));
  const { enqueue } = deps.queue;
  deps.queue.enqueue = async (job, options) => {
    await enqueue(job, options);
    if (!options?.delaySeconds) await queue.enqueue(job);
  };
  for (const job of world.jobs) await queue.enqueue(job);
  await queue.idle();

  client.batch = batch;
  const letters = await world.rows("SELECT job FROM dead_letter ORDER BY job");
  const members = letters.map(({ job }) => Object.keys(JSON.parse(String(job))).join(" "));
  expect(members.sort()).toEqual(["intakeId kind", "kind mailingId"]);
  expect(calls.length).toBeGreaterThan(0);
  const page = await desk.get("/staff/work");
  expect([page.status, betrays(await page.text())]).toEqual([200, false]);
  await eyes.expectSilence();
});

it("every alert is told by mail and by a call, and neither says anything of him, whatever its channels answer", async () => {
  const world = await createWorld({ call: async () => `refused: ${CANARY.address}` });
  const eyes = watch(world);
  await told(world);
  const desk = await world.signIn("admin");
  await imported(world, desk);
  const path = await campaign(world, desk);
  await world.work();
  const mailing = path.split("/").at(-1) ?? "";
  const [owner] = await world.rows("SELECT id, email FROM user WHERE email LIKE 'admin-%'");
  const subjects: Record<string, string> = { mailing, job: "deliver", account: String(owner?.id) };
  for (const [code, about] of Object.entries(ALERTS)) {
    const { sql, args } = raiseWrite({
      id: crypto.randomUUID(),
      code,
      subject: subjects[about] ?? "resend",
      at: world.clock.now(),
    });
    await world.client.execute({ sql, args });
  }
  const before = world.mailbox.mails.length;
  await world.deps.queue.enqueue({ kind: "tell" });
  await world.work();
  // What is for the officer goes to the address in the settings and to the colleague with that role; what happened to an
  // account, to its owner alone.
  const codes = Object.keys(ALERTS);
  const mails = world.mailbox.mails.slice(before).map(({ mail }) => mail);
  expect(mails.length).toBe(codes.length + codes.filter(isForOfficer).length);
  expect(mails.filter(({ to }) => to === owner?.email).length).toBe(codes.filter(isForOwner).length);
  const home = await desk.get("/staff/");
  expect([home.status, betrays(await home.text())]).toEqual([200, false]);
  world.deps.mailer = mailerOf(async (mails) => {
    throw Object.assign(new Error(`${CANARY.address} ${JSON.stringify(mails)}`), { code: CANARY.name });
  });
  await world.client.execute("UPDATE alert SET told_at=NULL, try_at=1");
  await world.deps.queue.enqueue({ kind: "tell" });
  await world.work().catch((fault: Error) => world.deps.log.fault("job", fault, { kind: "tell" }));
  await eyes.expectSilence();
});
