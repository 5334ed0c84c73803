/** A request exactly as it is written: no header is added, none is forbidden, nothing is followed. */
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";

export interface Asked {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends it on a connection of its own and waits for the whole answer. */
export function ask(
  url: string,
  { method = "POST", headers = {}, body }: { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer },
): Promise<Asked> {
  const { hostname, port, pathname, search } = new URL(url);
  return new Promise((answered, failed) => {
    const sent = request(
      { hostname, port, method, path: pathname + search, headers, agent: false, setDefaultHeaders: true },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", failed);
        answer.on("end", () =>
          answered({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    sent.on("error", failed);
    sent.end(body);
  });
}
