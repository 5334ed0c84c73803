/**
 * The least that answers as Resend does: reads each request whole, counts its mails, gives each an id. Nothing is checked
 * or kept, so that what is measured is ours. The fake of the tests (test/fakes/resend.ts) is the one that judges.
 */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sink, Taken } from "./outside.ts";

/** Stands once in each mail of the body: within a text of JSON the quotes would have backslashes before them. */
const RECIPIENT = Buffer.from('"to":[');

export async function openResendSink(): Promise<Sink> {
  const taken: Taken = { mails: 0, bytes: 0, firstAt: 0 };
  const server = createServer((request, response) => take(request, response, taken));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken };
}

function take(request: IncomingMessage, response: ServerResponse, taken: Taken): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    const data: { id: string }[] = [];
    for (let at = body.indexOf(RECIPIENT); at >= 0; at = body.indexOf(RECIPIENT, at + RECIPIENT.length))
      data.push({ id: randomUUID() });
    taken.firstAt ||= Date.now();
    taken.mails += data.length;
    taken.bytes += body.length;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ data }));
  });
}
