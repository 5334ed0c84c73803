/**
 * The world outside, in processes of its own, so that what it costs is not counted as ours: a sink for mail, or people who
 * press. The bench starts itself again with the name of the role (`bench outside resend`) and speaks by messages.
 */
import { fork } from "node:child_process";
import { type Pressing, press } from "./presser.ts";
import { openResendSink } from "./resend-sink.ts";
import { openSmtpSink } from "./smtp-sink.ts";

/** What a sink has got: `firstAt` is the time of the first mail, ms since 1970. */
export interface Taken {
  mails: number;
  bytes: number;
  firstAt: number;
}

/** Of the sink's own process. */
export interface Sink {
  url: string;
  taken: Taken;
}

const SINKS = { resend: openResendSink, smtp: openSmtpSink };
export type SinkKind = keyof typeof SINKS;

/** A sink as the bench sees it. */
export interface FarSink {
  url: string;
  taken(): Promise<Taken>;
  /** Counts from zero again. */
  reset(): Promise<void>;
  stop(): void;
}

export async function startSink(kind: SinkKind): Promise<FarSink> {
  const { said, child, ask } = await start(kind);
  return {
    url: said as string,
    taken: async () => (await ask("taken")) as Taken,
    reset: async () => void (await ask("reset")),
    stop: () => child.disconnect(),
  };
}

/** People who press, in a process of their own. */
export interface Pressers {
  /** Gives the milliseconds of each press. */
  press(pressing: Pressing): Promise<number[]>;
  stop(): void;
}

/** They have pressed once on `warm` before: what a client does for its first request is not counted as ours. */
export async function startPressers(warm: string): Promise<Pressers> {
  const { child, ask } = await start("press");
  const pressers: Pressers = {
    press: async (pressing) => (await ask(pressing)) as number[],
    stop: () => child.disconnect(),
  };
  await pressers.press({ urls: [warm], perSecond: 1 });
  return pressers;
}

/** Resolves when the role has begun, with the first thing that it says. */
async function start(role: string) {
  const child = fork(process.argv[1] as string, ["outside", role]);
  const answer = () =>
    new Promise<unknown>((answered, failed) => {
      const gone = () => failed(new Error(`the process outside (${role}) has ended`));
      child.once("exit", gone);
      child.once("message", ({ said }: { said: unknown }) => {
        child.removeListener("exit", gone);
        answered(said);
      });
    });
  const ask = (what: string | Pressing) => {
    child.send({ what });
    return answer();
  };
  return { said: await answer(), child, ask };
}

/** The life of a process outside: answers until the bench lets go of it. */
export async function beOutside(role: string): Promise<void> {
  const sink = role === "press" ? undefined : await SINKS[role as SinkKind]();
  process.on("disconnect", () => process.exit(0));
  process.on("message", async ({ what }: { what: string | Pressing }) => {
    if (typeof what === "object") return process.send?.({ said: await press(what) });
    if (what === "reset" && sink) Object.assign(sink.taken, { mails: 0, bytes: 0, firstAt: 0 });
    process.send?.({ said: { ...sink?.taken } });
  });
  process.send?.({ said: sink?.url });
}
