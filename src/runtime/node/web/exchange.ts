/** The exchange on Node: as platform/exchange.ts, and an address that strangers chose never leads inside in production. */
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { type Exchange, headersOf, joined, type Reply, typeOf } from "../../../platform/exchange.ts";
import { isInsideLiteral, publicLookup } from "./public-lookup.ts";

/** Makes it. `open`: outside production, where a server on this machine may be asked. */
export function createNodeExchange(open: boolean): Exchange {
  return (question) =>
    new Promise((done) => {
      const { url, body, most, ms, outside = false } = question;
      const guarded = outside && !open;
      if (guarded && isInsideLiteral(new URL(url).hostname)) return done({ code: "inside" });
      let failure: Reply = { code: "no_answer" };
      const send = url.startsWith("https:") ? secure : plain;
      const request = send(
        url,
        {
          method: body ? "POST" : "GET",
          headers: { ...headersOf(question), ...(body && { "Content-Length": body.bytes.length }) },
          signal: AbortSignal.timeout(ms),
          // A connection of an earlier request would skip the look.
          agent: false,
          lookup: publicLookup(!guarded, () => {
            failure = { code: "inside" };
          }),
        },
        (answer) => {
          const chunks: Uint8Array[] = [];
          let length = 0;
          answer.on("data", (chunk: Uint8Array) => {
            length += chunk.length;
            if (length <= most) return void chunks.push(chunk);
            failure = { code: "too_large" };
            answer.destroy(new Error("too large"));
          });
          answer.on("error", () => done(failure));
          answer.on("end", () =>
            done({
              status: answer.statusCode ?? 0,
              type: typeOf(answer.headers["content-type"]),
              bytes: joined(chunks, length),
            }),
          );
        },
      );
      request.on("error", () => done(failure));
      request.end(body?.bytes);
    });
}
