/**
 * The Worker of a drill: the real one behind queues that are as bad as queues may be (PLATFORM 3.2, at least once, no
 * order), and with a clock that can be set. Jobs come in any order, twice, long after they were done, and now and then
 * never. Bundled in place of the Worker's own entry by tests only.
 *
 *     POST /drill/clock        body: milliseconds by which the clock is wrong from now on
 *     GET  /drill/queue        how many jobs came, came again, were lost
 */
import worker from "../../../src/runtime/worker.ts";
import { randomFor } from "../../support/random.ts";

const Real = Date;
let wrongBy = 0;
const now = () => Real.now() + wrongBy;
globalThis.Date = new Proxy(Real, {
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  apply: () => new Real(now()).toString(),
});

type Batch = Parameters<typeof worker.queue>[0];
type Message = Batch["messages"][number];
type Env = Parameters<typeof worker.queue>[1] & { DRILL_SEED?: string };
type Life = Parameters<typeof worker.queue>[2];

const LOST = 0.1;
const AGAIN = 0.5;
/** Jobs done before, from which some come again. */
const MOST_KEPT = 50;

const kept: { queue: string; body: Message["body"] }[] = [];
const counts = { came: 0, again: 0, lost: 0 };
let chance: (() => number) | undefined;

/** The same job as a message of its own: whatever becomes of it, the queue hears nothing. */
const copy = (body: Message["body"]): Message => ({ body, attempts: 2, ack() {}, retry() {} });

export default {
  async fetch(request: Request, env: Env, life: Life): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/drill/queue") return Response.json(counts);
    if (pathname !== "/drill/clock") return worker.fetch(request, env, life);
    wrongBy = Number(await request.text());
    return new Response(String(now()));
  },

  async queue(batch: Batch, env: Env, life: Life): Promise<void> {
    chance ??= randomFor(Number(env.DRILL_SEED ?? 1), "worker queue");
    const dice = chance;
    const shuffled = <T>(all: readonly T[]) => all.toSorted(() => dice() - 0.5);
    const [lost, heard] = [[] as Message[], [] as Message[]];
    for (const message of batch.messages) (dice() < LOST ? lost : heard).push(message);
    for (const message of lost) message.ack();
    counts.lost += lost.length;
    counts.came += heard.length;
    await worker.queue({ queue: batch.queue, messages: shuffled(heard) }, env, life);

    const old = kept.filter(({ queue }) => queue === batch.queue && dice() < AGAIN / 5);
    const again = [...heard, ...old].filter(() => dice() < AGAIN).map(({ body }) => copy(body));
    counts.again += again.length;
    await worker.queue({ queue: batch.queue, messages: shuffled(again) }, env, life);
    kept.push(...heard.map(({ body }) => ({ queue: batch.queue, body })));
    kept.splice(0, kept.length - MOST_KEPT);
  },

  scheduled: worker.scheduled,
};
