/**
 * The call of a web address on Node: as delivery/call.ts, and in production the address that a name resolves to is looked
 * at where the connection is made, so that no name, also one that changes its mind, leads into the institution's network.
 */
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { CALL_HEADERS, CALL_MS, type Call, type CallCode, callCode } from "../../../delivery/call.ts";
import { publicLookup } from "./public-lookup.ts";

/** Makes it. `open`: outside production, where a test server on this machine may be called. */
export function createNodeCall(open: boolean): Call {
  return (url, json) =>
    new Promise((done) => {
      let inside = false;
      const failed = (code: CallCode) => done(inside ? "webhook.inside" : code);
      const send = url.startsWith("https:") ? secure : plain;
      const request = send(
        url,
        {
          method: "POST",
          headers: { ...CALL_HEADERS, "Content-Length": Buffer.byteLength(json) },
          signal: AbortSignal.timeout(CALL_MS),
          // A connection of an earlier call would skip the look.
          agent: false,
          lookup: publicLookup(open, () => {
            inside = true;
          }),
        },
        (answer) => {
          done(callCode(answer.statusCode ?? 0));
          answer.destroy();
        },
      );
      request.on("error", () => failed("webhook.no_answer"));
      request.end(json);
    });
}
