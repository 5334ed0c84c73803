/**
 * Memory while a long mailing goes out: samples of the process, as a table. It is flat when the last tenth needs what the
 * first did. `npm run bench -- --only memory --messages 1000000` is the whole of it and takes some minutes.
 */
import { median } from "../median.ts";
import type { Figure, Options } from "../run.ts";
import { mailerTo } from "./figures.ts";
import { startSink } from "./outside.ts";
import { sendMailing } from "./send.ts";

const MB = 1024 * 1024;
const SAMPLE_MS = 250;
const ROWS = 20;

export async function memory(options: Options): Promise<Figure[]> {
  const messages = options.messages ?? 100_000;
  const sink = await startSink("resend");
  const samples: { at: number; rss: number; heap: number }[] = [];
  const look = () => {
    const at = performance.now();
    if (at - (samples.at(-1)?.at ?? 0) < SAMPLE_MS) return;
    const { rss, heapUsed } = process.memoryUsage();
    samples.push({ at, rss: rss / MB, heap: heapUsed / MB });
  };
  const sent = await sendMailing({ sink, mailer: mailerTo("resend", sink.url), messages, look });
  sink.stop();

  const parts = Array.from({ length: ROWS }, (_, i) =>
    samples.slice(Math.floor((i * samples.length) / ROWS), Math.floor(((i + 1) * samples.length) / ROWS)),
  ).filter((part) => part.length > 0);
  const tenths = [samples.slice(0, Math.ceil(samples.length / 10)), samples.slice(-Math.ceil(samples.length / 10))];
  const rss = (of: typeof samples) => median(of.map((s) => s.rss));
  const most = Math.max(...samples.map((s) => s.rss));
  console.log(`\nmemory over ${messages.toLocaleString("en")} messages (${sent.seconds.toFixed(0)} s)`);
  console.log("  part     RSS MiB   heap MiB");
  for (const [i, part] of parts.entries()) {
    const now = rss(part);
    const heap = median(part.map((s) => s.heap));
    const bar = "█".repeat(Math.round((now / most) * 40));
    console.log(
      `  ${String(i + 1).padStart(4)} ${now.toFixed(0).padStart(11)} ${heap.toFixed(0).padStart(10)}  ${bar}`,
    );
  }
  return [
    { name: `memory, ${messages.toLocaleString("en")} messages: most`, value: most, unit: "MiB" },
    { name: `memory, ${messages.toLocaleString("en")} messages: median`, value: rss(samples), unit: "MiB" },
    { name: "memory: last tenth against the first", value: rss(tenths[1] ?? []) / rss(tenths[0] ?? []), unit: "×" },
    { name: "memory run: messages", value: messages / sent.seconds, unit: "messages/s" },
  ];
}
