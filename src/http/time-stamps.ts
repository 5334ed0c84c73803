/**
 * The time stamps of the log as anybody may fetch and keep them: a list, and the files of each day. Nothing in them is
 * personal. With OpenSSL alone:
 *
 *     openssl ts -verify -in 2026-11-22.tsr -data 2026-11-22.checkpoint -CAfile root.pem -untrusted 2026-11-22.pem
 */
import { Hono } from "hono";
import { type KeptStamp, listStamps, readStamp } from "../domain/time-stamps/views.ts";
import { base64, utf8 } from "../platform/encoding.ts";
import type { PublicContext, PublicEnv } from "./env.ts";

const FOR_EVER = "public, max-age=31536000, immutable";
const PLACE = "/log/time-stamps";
const PAGE = 400;

export const timeStampDoor = new Hono<PublicEnv>()
  .get(PLACE, list)
  .get(`${PLACE}/:file{\\d{4}-\\d{2}-\\d{2}\\.[a-z0-9.]+}`, file);

/** The newest first, a year at a time; `next` is the address of the earlier ones. */
async function list(c: PublicContext): Promise<Response> {
  const before = /^\d{4}-\d\d-\d\d$/.exec(c.req.query("before") ?? "")?.[0];
  const rows = await listStamps(c.var.deps.db, before, PAGE);
  const oldest = rows.length === PAGE ? rows.at(-1)?.day : undefined;
  const stamps = rows.map(({ day, size, root, authority, subject, at, papers }) => ({
    day,
    size,
    root: base64(root),
    time: new Date(at).toISOString(),
    authority,
    subject,
    files: namesOf(papers).map((name) => `${PLACE}/${day}.${name}`),
  }));
  const body = { stamps, ...(oldest !== undefined && { next: `${PLACE}?before=${oldest}` }) };
  return c.json(body, 200, { "Cache-Control": "no-cache" });
}

async function file(c: PublicContext): Promise<Response> {
  const name = c.req.param("file") ?? "";
  const stamp = await readStamp(c.var.deps.db, name.slice(0, 10));
  const found = stamp && fileOf(stamp, name.slice(11));
  if (!found) return c.text("404 not found\n", 404, { "Cache-Control": "no-store" });
  return c.body(found.bytes.slice().buffer, 200, { "Content-Type": found.type, "Cache-Control": FOR_EVER });
}

/** What follows the day in the names of its files. */
const namesOf = (papers: readonly string[]) => [
  ...["checkpoint", "tsr", "tsq", "pem"],
  ...papers.map((kind, i) => `${i + 1}.${kind}`),
];

function fileOf(stamp: KeptStamp, name: string): { bytes: Uint8Array; type: string } | undefined {
  if (name === "checkpoint") return { bytes: utf8(stamp.note), type: "text/plain; charset=utf-8" };
  if (name === "tsr") return { bytes: stamp.reply, type: "application/timestamp-reply" };
  if (name === "tsq") return { bytes: stamp.request, type: "application/timestamp-query" };
  if (name === "pem") return { bytes: utf8(stamp.chain), type: "application/pem-certificate-chain" };
  const [n, kind] = name.split(".");
  const paper = stamp.papers[Number(n) - 1];
  if (!paper || paper.kind !== kind || String(Number(n)) !== n) return undefined;
  return { bytes: paper.der, type: kind === "crl" ? "application/pkix-crl" : "application/ocsp-response" };
}
