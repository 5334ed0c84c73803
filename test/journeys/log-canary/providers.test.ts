import { expect, it, onTestFinished } from "vitest";
import { createResendMailer } from "../../../src/delivery/mailers/resend.ts";
import type { Mailer } from "../../../src/deps.ts";
import { createSmtpMailer } from "../../../src/runtime/node/smtp/mailer.ts";
import { type SmtpSpite, type Spite, saying, startSpitefulService, startSpitefulSmtp } from "../../fakes/spiteful.ts";
import { CANARY, watch } from "../../support/canary.ts";
import { mailerOf } from "../../support/mailer.ts";
import { createWorld } from "../../support/world.ts";
import { campaign, imported, signUp } from "./life.ts";

/** A campaign, a confirmation, a trial and a sign-in code over this mailer, worked off as far as it goes. */
async function livedOver(mailer: Mailer): Promise<{ lines: string[]; states: unknown[] }> {
  const world = await createWorld();
  const eyes = watch(world);
  const desk = await world.signIn("admin");
  await imported(world, desk);
  const capture = world.deps.mailer;
  world.deps.mailer = mailer;
  onTestFinished(() => mailer.close?.());
  const path = await campaign(world, desk);
  const work = () => world.work().catch((fault: Error) => world.deps.log.fault("job", fault, { kind: "deliver" }));
  await work();
  await signUp(world, { email: `x${CANARY.address}` });
  await work();
  await desk.post(`${path}/trial`, { lang: "lv" });
  await world.browser().post("/staff/sign-in", { email: "admin-0@ministrija.example" });
  await work();
  for (const page of [path, `${path}/numbers`, `${path}/unknown`, `${path}/held`, "/staff/", "/staff/work"])
    await desk.get(page);
  world.deps.mailer = capture;
  await work();
  await eyes.expectSilence();
  return { lines: world.lines, states: await world.rows("SELECT DISTINCT state, reason FROM message") };
}

/** Says so five times, and takes the mails then: otherwise it would be asked for ever. */
function atFirst(spite: Spite): Spite {
  let times = 0;
  return (echo, response) => (times++ < 5 ? spite(echo, response) : taking(echo, response));
}
const taking: Spite = (echo, response) => {
  const { length } = JSON.parse(echo) as unknown[];
  response.end(JSON.stringify({ data: Array.from({ length }, (_, i) => ({ id: `id-${i}` })) }));
};
const SAID: [string, Spite][] = [
  ...[401, 404, 413, 418, 422, 500].map((status): [string, Spite] => [`${status}`, saying(status, "validation_error")]),
  ["a code that is the address", saying(422, CANARY.address)],
  ["429 for the rate", atFirst(saying(429, "rate_limit_exceeded", { "retry-after": "1" }))],
  [
    "429 for the rate, with a wait that is no number",
    atFirst(saying(429, "rate_limit_exceeded", { "retry-after": CANARY.address })),
  ],
  ["429 for the day", saying(429, "daily_quota_exceeded")],
  ["429 for the month", saying(429, "monthly_quota_exceeded")],
  ["409 under way", atFirst(saying(409, "concurrent_idempotent_requests"))],
  ["409 with other bytes", saying(409, "invalid_idempotent_request")],
  ["a redirect to the address", saying(302, "moved", { location: `http://127.0.0.1/${CANARY.address}` })],
  [
    "200 with ids that are addresses",
    (echo, response) => {
      const { length } = JSON.parse(echo) as unknown[];
      response.end(JSON.stringify({ data: Array.from({ length }, () => ({ id: CANARY.address })) }));
    },
  ],
  ["200 with too few ids", (echo, response) => response.end(JSON.stringify({ data: [], message: echo }))],
  ["200 with text", (echo, response) => response.end(echo)],
  ["half a JSON", (echo, response) => response.end(`{"message": ${JSON.stringify(echo).slice(0, -9)}`)],
  [
    "a page of a proxy",
    (echo, response) => response.writeHead(502, { "content-type": "text/html" }).end(`<h1>${echo}</h1>`),
  ],
  ["a very long answer", (echo, response) => response.writeHead(500).end(echo.repeat(5))],
  ["nothing, the line is cut", (_, response) => void response.destroy()],
  ["no HTTP at all", (echo, response) => void response.socket?.end(`550 ${echo}\r\n`)],
];

it.each(SAID)("Resend that answers %s, with the whole request in its words, tells nobody of him", async (_, spite) => {
  const service = await startSpitefulService();
  onTestFinished(service.stop);
  service.answer(spite);
  const { lines } = await livedOver(createResendMailer({ apiKey: "re_fake", baseUrl: service.url, timeoutMs: 2_000 }));
  expect(service.asked).toBeGreaterThan(0);
  expect(lines.some((line) => line.includes('"hand-over"') && /"code":"provider\.[a-z_]+"/.test(line))).toBe(true);
});

const SMTP: SmtpSpite[] = [
  { at: "connect", say: `554 5.7.1 we do not want <${CANARY.address}> {echo}` },
  { at: "EHLO", say: `550-${CANARY.address}\r\n550 5.7.1 {echo}` },
  { at: "MAIL", say: "450 4.3.0 {echo}" },
  { at: "MAIL", say: "550 5.7.1 {echo}" },
  ...["451", "452 4.2.2", "550 5.1.1", "550 5.7.1", "599"].map(
    (code): SmtpSpite => ({ at: "RCPT", say: `${code} <${CANARY.address}> {echo}` }),
  ),
  { at: "RCPT", say: `550-5.1.1 ${CANARY.name.replace(/[^ -~]/g, "?")}\r\n550-5.1.1 {echo}\r\n550 5.1.1 {echo}` },
  { at: "RCPT", say: `<${CANARY.address}> {echo}` },
  { at: "DATA", say: "451 4.3.2 {echo}" },
  { at: "DATA", say: "554 5.6.0 {echo}" },
  { at: "end", say: "451 4.7.1 {echo}" },
  { at: "end", say: "554 5.7.1 <{echo}> looks like spam" },
  { at: "end", say: `cut off {echo} ${CANARY.address}` },
];

it.each(SMTP)("an SMTP server that says at $at: $say, tells nobody of him", async (spite) => {
  const server = await startSpitefulSmtp(spite);
  onTestFinished(server.stop);
  const { states } = await livedOver(createSmtpMailer({ url: server.url, openMs: 500, silenceMs: 300 }));
  expect(server.heard()).toBeGreaterThan(0);
  expect(states.length).toBeGreaterThan(0);
});

const WORDS = [CANARY.name, `${CANARY.address}\n    at kanarijputns zeltitis (zeltitis.ts:1:1)`];

it.each([
  ["the whole mail", (mails: unknown) => JSON.stringify(mails)],
  ["his name", () => WORDS[0] as string],
  ["him in a line like those of a stack", () => WORDS[1] as string],
])(
  "a library that throws with %s in its message, code, name and cause leaves a fault without words",
  async (_, say) => {
    const mailer = mailerOf(async (mails) => {
      const words = say(mails);
      const cause = Object.assign(new Error(words), { name: words, code: `E_${words}` });
      throw Object.assign(new Error(words, { cause }), { name: words, code: words });
    });
    const { lines } = await livedOver(mailer);
    expect(lines.some((line) => line.includes('"fault"'))).toBe(true);
  },
);
