/** One person, by the exact address in the body: never in an address of ours. Each look stands in the access log before it is answered. */
import { z } from "zod";
import { HOW_ASKED, recordRefusal, WHO_ASKED } from "../../../domain/consent/record-refusal.ts";
import { lookUpPerson } from "../../../domain/people/look-up.ts";
import { WHY } from "../../../domain/read-log/rules/why.ts";
import { lookUpSuppression } from "../../../domain/suppressions/look-up.ts";
import { isRefusal } from "../../../refusal.ts";
import { operation } from "../frame/operation.ts";
import { Address, Both, Day, Id, Language, Time, time, timeOr } from "../schemas/common.ts";

const named = z.strictObject({ id: Id, names: Both });
const Mark = z
  .strictObject({ purpose: named.nullable(), reason: z.string(), day: Day })
  .meta({ id: "SuppressionMark" });
const Person = z
  .strictObject({
    id: Id,
    email: z.string(),
    name: z.string(),
    language: Language,
    addedAt: Time,
    restricted: z.boolean(),
    memberships: z.array(
      z.strictObject({
        list: named,
        purpose: named,
        state: z.enum(["unproven", "active", "ended"]),
        since: Day.nullable(),
        addedAt: Time,
      }),
    ),
    records: z.array(z.strictObject({ purpose: named, state: z.string() })),
  })
  .meta({ id: "Person" });

const LookUp = z
  .strictObject({
    person: Person.nullable(),
    left: z.array(Mark),
    /** A sign-up of the address waits to be confirmed: it is held until then. */
    pendingSignUpUntil: Time.nullable(),
    /** Its owner has just left: the address is held until then for one last mail. */
    lastMailUntil: Time.nullable(),
  })
  .meta({ id: "PersonLookUp" });

const mark = (one: { purpose?: { id: string; names: { lv: string; en: string } }; reason: string; day: string }) => ({
  purpose: one.purpose ? { id: one.purpose.id, names: one.purpose.names } : null,
  reason: one.reason,
  day: one.day,
});

export const peopleOperations = [
  operation({
    id: "lookUpPerson",
    tag: "people",
    method: "post",
    path: "/people/look-up",
    permission: "people.look-up",
    verbAsks: true,
    body: z.strictObject({ email: Address, why: z.enum(WHY) }),
    answer: { status: 200, schema: LookUp },
    refusals: ["form.invalid"],
    example: { body: { email: "anna@post.example", why: "asked" } },
    async handle({ deps, actor, body }) {
      const found = await lookUpPerson(deps, actor, { address: body.email, why: body.why });
      if (isRefusal(found)) return found;
      const { card } = found;
      const person = card && {
        id: card.personId,
        email: card.address,
        name: card.name,
        language: card.language,
        addedAt: time(card.addedAt),
        restricted: card.restrictedFor !== undefined,
        memberships: card.memberships.map(({ list, purpose, state, since, addedAt }) => ({
          list: { id: list.id, names: list.names },
          purpose: { id: purpose.id, names: purpose.names },
          state,
          since,
          addedAt: time(addedAt),
        })),
        records: card.records.map(({ purpose, state }) => ({
          purpose: { id: purpose.id, names: purpose.names },
          state,
        })),
      };
      return {
        value: {
          person: person ?? null,
          left: found.left.map(mark),
          pendingSignUpUntil: timeOr(found.pendingSignUpUntil ?? null),
          lastMailUntil: timeOr(found.lastMailUntil ?? null),
        },
      };
    },
  }),
  operation({
    id: "lookUpSuppression",
    tag: "people",
    method: "post",
    path: "/suppressions/look-up",
    permission: "suppression.look-up",
    verbAsks: true,
    body: z.strictObject({ email: Address }),
    answer: { status: 200, schema: z.strictObject({ onList: z.boolean(), marks: z.array(Mark) }) },
    refusals: ["form.invalid"],
    example: { body: { email: "anna@post.example" } },
    async handle({ deps, actor, body }) {
      const found = await lookUpSuppression(deps, actor, { address: body.email });
      return isRefusal(found) ? found : { value: { onList: found.onList, marks: found.marks.map(mark) } };
    },
  }),
  operation({
    id: "recordWithdrawal",
    tag: "people",
    method: "post",
    path: "/withdrawals",
    permission: "consent.record-refusal",
    verbAsks: true,
    body: z.strictObject({
      email: Address,
      purposeId: z.union([Id, z.literal("everything")]),
      who: z.enum(WHO_ASKED),
      how: z.enum(HOW_ASKED),
      day: Day,
    }),
    answer: {
      status: 200,
      schema: z.strictObject({
        recorded: z.literal(true),
        onList: z.boolean().optional(),
        erased: z.boolean().optional(),
        ended: z.array(Both).optional(),
        remaining: z.array(Both).optional(),
        proofUntil: Day.optional(),
      }),
    },
    refusals: ["form.invalid"],
    repeatable: { personal: true },
    example: {
      body: { email: "janis@post.example", purposeId: "everything", who: "person", how: "phone", day: "2026-11-20" },
    },
    async handle({ deps, actor, body }) {
      const { email: address, ...rest } = body;
      const done = await recordRefusal(deps, actor, { address, ...rest });
      if (isRefusal(done)) return done;
      const { onList, erased, ended, remaining, proofUntilDay: proofUntil } = done;
      return { value: { recorded: true, onList, erased, ended, remaining, proofUntil } };
    },
    // What it ended is not remembered: it would tell of somebody who has left.
    show: async () => ({ value: { recorded: true } }),
  }),
];
