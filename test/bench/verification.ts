/** How long a check takes: one person's bundle and a campaign's, in Node and in a browser from the file that lies in bundles. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { eventSalt } from "../../src/domain/proof-log/rules/commitment.ts";
import { verifierFiles } from "../../src/domain/proofs/rules/verifier/files.ts";
import type { Report } from "../../src/domain/proofs/rules/verify/verdict.ts";
import { verifyBundle } from "../../src/domain/proofs/rules/verify/verify.ts";
import { no, sampleBundle, sampleLog, yes } from "../domain/proofs/sample.ts";
import { closeBrowser, visitor } from "../support/browser.ts";
import { median } from "./median.ts";
import type { Figure, Options } from "./run.ts";

const PEOPLE = 2_000;
const KEY = new Uint8Array(32).fill(11);

/** Whole with the verifier inside, as it is handed out. */
function onePerson(): Uint8Array {
  return sampleBundle({ verifier: verifierFiles() });
}

/** Everybody said yes and withdrew; sealed under one head. */
function campaign(): Uint8Array {
  const events = Array.from({ length: PEOPLE }, (_, i) => {
    const n = String(i).padStart(8, "0");
    const rec = `${n}-92d4-4a1c-9b53-6c2f7f1d2a90`;
    const given = yes({ rec, eid: `${n}-6f0e-4a43-9a58-000000000001` });
    return { rec, pair: [given, no(given, { rec, eid: `${n}-6f0e-4a43-9a58-000000000002` })] };
  });
  const log = sampleLog(events.flatMap(({ pair }) => pair));
  const records = events.map(({ rec, pair }) => ({
    rec,
    events: pair.map((event, i) => ({
      n: i + 1,
      body: event.body,
      proof: log.proofOf(event, eventSalt(KEY, event.eid)),
    })),
    disclosures: [],
  }));
  return sampleBundle({ records, anchors: [] });
}

async function timed(runs: number, check: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    await check();
    times.push(performance.now() - from);
  }
  return median(times);
}

export async function verification({ runs }: Options): Promise<Figure[]> {
  const one = onePerson();
  const many = campaign();
  const intact = (found: Awaited<ReturnType<typeof verifyBundle>>) => {
    if ("problem" in found || found.verdicts.bytes.status !== "valid") throw new Error("the bundle does not verify");
    return found as Report;
  };
  await verifyBundle(one);
  const node = await timed(runs * 5, async () => intact(await verifyBundle(one)));
  const nodeMany = await timed(runs, async () => intact(await verifyBundle(many)));
  const page = join(".build", "verify.html");
  writeFileSync(page, verifierFiles().html.text);
  try {
    const who = await visitor({ offline: true });
    await who.page.goto(pathToFileURL(page).href);
    const inPage = (bytes: Uint8Array, times: number) =>
      who.page.evaluate(
        async ({ code, times }) => {
          const bundle = Uint8Array.from(atob(code), (char) => char.charCodeAt(0));
          const { pieteka } = window as unknown as { pieteka: typeof import("../../src/http/verifier/core.ts") };
          const taken: number[] = [];
          for (let i = 0; i < times; i++) {
            const from = performance.now();
            await pieteka.verifyBundle(bundle);
            taken.push(performance.now() - from);
          }
          return taken;
        },
        { code: Buffer.from(bytes).toString("base64"), times },
      );
    const browser = median(await inPage(one, runs * 5));
    const browserMany = median(await inPage(many, runs));
    return [
      { name: "bundle of one person with its verifier", value: one.length / 1024, unit: "KiB" },
      { name: "verification of one person's bundle, Node", value: node, unit: "ms" },
      { name: "verification of one person's bundle, browser", value: browser, unit: "ms" },
      { name: `verification of ${PEOPLE} people, Node`, value: PEOPLE / (nodeMany / 1000), unit: "records/s" },
      { name: `verification of ${PEOPLE} people, browser`, value: PEOPLE / (browserMany / 1000), unit: "records/s" },
      { name: `bundle of ${PEOPLE} people, for each`, value: many.length / PEOPLE, unit: "bytes" },
    ];
  } finally {
    await closeBrowser();
  }
}
