/** What of a request may stand beside a "yes" (domain/consent/rules/visitor.ts keeps only a part of it). */
import type { Visitor } from "../../domain/consent/rules/visitor.ts";
import type { PublicContext } from "../env.ts";
import { peerOf } from "../frame/peer.ts";

export const visitorOf = (c: PublicContext): Visitor => ({
  ip: peerOf(c),
  userAgent: c.req.header("user-agent") ?? "",
});
