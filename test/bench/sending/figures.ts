/**
 * Messages per second with unlimited pacing, end to end: planned, permitted, rendered, handed to a sink in another process
 * and recorded, on an embedded database file, while people press one-click. And rendering alone, the work without which
 * no mail is.
 */
import { createResendMailer } from "../../../src/delivery/mailers/resend.ts";
import { renderReconsent } from "../../../src/delivery/render.ts";
import type { Mailer } from "../../../src/deps.ts";
import { createSmtpMailer } from "../../../src/runtime/node/smtp/mailer.ts";
import { frozen, MAILING, member, tokens } from "../../support/mailing.ts";
import { median, quantile } from "../median.ts";
import type { Figure, Options } from "../run.ts";
import { type SinkKind, startSink } from "./outside.ts";
import { sendMailing } from "./send.ts";

/** What an office may see in the first minutes of a large mailing, each on a connection of its own. */
const PRESSES = { people: 100, perSecond: 25 };

const mailers: Record<SinkKind, (url: string) => Mailer> = {
  // The sink says no rate, so nothing but the work itself holds it back.
  resend: (baseUrl) => ({ ...createResendMailer({ apiKey: "re_sink", baseUrl }), perSecond: undefined }),
  smtp: (url) => createSmtpMailer({ url }),
};

/** The mailer of a sink, unpaced. */
export const mailerTo = (kind: SinkKind, url: string) => mailers[kind](url);

export async function sending(kind: SinkKind, options: Options): Promise<Figure[]> {
  const messages = options.messages ?? (kind === "resend" ? 20_000 : 10_000);
  const sink = await startSink(kind);
  const rate: number[] = [];
  const first: number[] = [];
  const cpu: number[] = [];
  const pressMs: number[] = [];
  let kilobytes = 0;
  for (let i = 0; i < options.runs; i++) {
    const mailer = mailerTo(kind, sink.url);
    const presses = options.quiet ? undefined : PRESSES;
    const sent = await sendMailing({ sink, mailer, messages, presses, profile: options.profile ? kind : undefined });
    rate.push(messages / sent.seconds);
    first.push(sent.firstMs);
    cpu.push((sent.cpuSeconds / messages) * 1000);
    pressMs.push(...sent.pressMs);
    kilobytes = (sent.megabytes * 1000) / messages;
    mailer.close?.();
  }
  sink.stop();
  const of = `${kind}, ${messages.toLocaleString("en")} messages`;
  const figures = [
    { name: `${of}: from "send" to the end`, value: median(rate), unit: "messages/s" },
    { name: `${of}: first message after "send"`, value: median(first), unit: "ms" },
    { name: `${of}: CPU per 1,000`, value: median(cpu), unit: "s" },
    { name: `${of}: a message on the wire`, value: kilobytes, unit: "kB" },
  ];
  if (pressMs.length > 0)
    figures.push(
      { name: `${of}: one-click meanwhile, p50`, value: quantile(pressMs, 0.5), unit: "ms" },
      { name: `${of}: one-click meanwhile, p99`, value: quantile(pressMs, 0.99), unit: "ms" },
    );
  return figures;
}

/** Mails rendered per second, one after another, each to another person. */
export async function renders(options: Options): Promise<Figure[]> {
  const mails = 20_000;
  const rate: number[] = [];
  for (let run = 0; run < options.runs; run++) {
    const began = performance.now();
    for (let i = 0; i < mails; i++) renderReconsent(frozen, MAILING, member(i), tokens);
    rate.push((mails / (performance.now() - began)) * 1000);
  }
  return [{ name: "mails rendered, nothing else", value: median(rate), unit: "mails/s" }];
}
