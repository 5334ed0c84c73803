/** What a handler of /api/v1 finds in its context: no cookie, no session, the key that called. */
import type { Context } from "hono";
import type { KeyActor } from "../../../domain/staff/rules.ts";
import type { PublicVariables } from "../../env.ts";

export interface ApiEnv {
  Variables: PublicVariables & {
    actor: KeyActor;
    /** The bytes of the key that called, for marks that only it can make (domain/api-calls). */
    secret: Uint8Array;
  };
}

export type ApiContext = Context<ApiEnv>;
