/**
 * A receipt taken apart again, as the parts of a bundle, so that the same verifier takes both (rules/verify). Reads what anybody
 * may hand in; verifies nothing.
 */
import { utf8 } from "../../../../platform/encoding.ts";
import { readEvent } from "../../../proof-log/rules/event.ts";
import type { BundleParts, EventPart } from "../bundle/parts.ts";

const MAX_BYTES = 1_000_000;
const MAX_EVENTS = 1_000;

/** The parts of a bundle of the record that the receipt is of; undefined if it is no receipt. `file`: the bytes of the JSON file. */
export function partsOfReceipt(file: Uint8Array): BundleParts | undefined {
  if (file.length === 0 || file.length > MAX_BYTES || file[0] !== "{".charCodeAt(0)) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file);
    const view = JSON.parse(text) as Record<string, unknown>;
    const [proof] = listOf(view["own:proof"]) as Record<string, unknown>[];
    const { "own:log": origin, "own:policy": policy } = proof ?? {};
    const events = listOf(proof?.["own:event"]).map(eventOf);
    const disclosures = stringsOf(proof?.["own:disclosure"]);
    const [notices, forms] = [stringsOf(proof?.["own:notice"]), stringsOf(proof?.["own:form"])];
    const first = readEvent(utf8(events[0]?.body ?? ""));
    if (!first?.rec || events.length > MAX_EVENTS || typeof origin !== "string" || typeof policy !== "string")
      return undefined;
    return {
      origin,
      tool: "receipt",
      readme: "",
      policy,
      notices,
      forms,
      records: [{ rec: first.rec, events, disclosures, view: text }],
    };
  } catch {
    return undefined;
  }
}

function eventOf(value: unknown): EventPart {
  const { "own:number": n, "own:bytes": body, "own:logProof": proof } = value as Record<string, unknown>;
  if (!Number.isSafeInteger(n) || (n as number) < 1 || typeof body !== "string" || typeof proof !== "string")
    throw new Error("not an event of a receipt");
  return { n: n as number, body, proof };
}

/** Absent in a receipt that has none of them. */
function stringsOf(value: unknown): string[] {
  const list = listOf(value ?? []);
  if (list.some((one) => typeof one !== "string")) throw new Error("not texts");
  return list as string[];
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error("not a list");
  return value;
}
