/** What the key itself may do, and until when. */
import { z } from "zod";
import { readKey } from "../../../domain/api-keys/views.ts";
import { FOR_KEYS, may } from "../../../domain/staff/rules.ts";
import { refuse } from "../../../refusal.ts";
import { operation } from "../frame/operation.ts";
import { Id, Time, time } from "../schemas/common.ts";

export const keyOperations = [
  operation({
    id: "readOwnKey",
    tag: "key",
    method: "get",
    path: "/key",
    permission: undefined,
    answer: {
      status: 200,
      schema: z.strictObject({ id: Id, name: z.string(), permissions: z.array(z.enum(FOR_KEYS)), expiresAt: Time }),
    },
    example: {},
    async handle({ deps, actor }) {
      const key = await readKey(deps.db, actor.id);
      if (!key) return refuse("api-keys.unknown");
      // As far as its maker has them now.
      const permissions = key.permissions.filter((one) => may(actor, one) === undefined);
      return { value: { id: key.id, name: key.name, permissions, expiresAt: time(key.expiresAt) } };
    },
  }),
];
