/**
 * One operation of the API: the one value from which its route, its checks, its place in the OpenAPI document and its example
 * are made, so that they cannot say different things.
 */
import type { z } from "zod";
import type { Deps } from "../../../deps.ts";
import type { KeyActor, KeyPermission } from "../../../domain/staff/rules.ts";
import type { Refusal } from "../../../refusal.ts";
import type { ApiOperationId, ApiTag } from "../../../texts/api-docs.ts";
import type { Lang } from "../../../texts/say.ts";
import type { ApiContext } from "./env.ts";

/** What a call says, read and checked. */
export interface Call<P, Q, B> {
  c: ApiContext;
  deps: Deps;
  actor: KeyActor;
  lang: Lang;
  params: P;
  query: Q;
  body: B;
  /** Version that the caller has read: of `If-Match`, or of the body. */
  version: number | undefined;
}

type Said = Record<string, unknown>;

export interface Operation<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  id: ApiOperationId;
  tag: ApiTag;
  method: "get" | "post" | "put";
  /** Below /api/v1, for example `/lists/{id}`. */
  path: string;
  /** None: whatever key it is. */
  permission: KeyPermission | undefined;
  /** The verb itself asks for the permission, because it puts a refused try on record. */
  verbAsks?: true;
  params?: P;
  query?: Q;
  body?: B;
  /** A form with a file instead of JSON; the fields before the file. */
  form?: z.ZodObject;
  answer: { status: 200 | 201 | 202; schema: A } | { status: 200; file: "application/zip" };
  /** Codes of refusals that the call should be ready for; what every call may be told is not repeated. */
  refusals?: readonly string[];
  /** Changes a version: asks for the one that was read. */
  versioned?: true;
  /** Takes an Idempotency-Key. `makes`: the first id that the verb draws is that of what it makes. */
  repeatable?: { makes?: true; personal?: true };
  example: { params?: Said; query?: Said; body?: Said; answer?: unknown };
  handle(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<Handled>;
  /** The answer anew from what there is, where a call that was done comes again and its answer was lost. `made`: what it had made. */
  show?(call: Call<z.output<P>, z.output<Q>, z.output<B>>, made: string | null): Promise<Handled>;
}

/** The value that is answered, a refusal, or a whole answer. `kept`: what of a personal answer may be remembered. */
export type Handled = { value: unknown; version?: number } | Refusal | Response;

/** Keeps the types of a single operation together; the list of them forgets these. */
export function operation<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  one: Operation<P, Q, B, A>,
): Operation {
  return one as unknown as Operation;
}
