/** Sign-ups that a program of the office hands on: what is on offer, and the one answer that every address gets. */
import { z } from "zod";
import { handOnSignUp } from "../../../domain/consent/hand-on.ts";
import { readOffer } from "../../../domain/consent/views/offered.ts";
import { isRefusal } from "../../../refusal.ts";
import { operation } from "../frame/operation.ts";
import { Address, Both, Id, Language, Sha256 } from "../schemas/common.ts";
import { LIST, NOTICE } from "../schemas/examples.ts";

const Offer = z
  .strictObject({
    list: z.strictObject({ id: Id, names: Both, promise: Both }),
    ageFrom: z.int().nullable(),
    statements: z.array(z.strictObject({ language: Language, sha256: Sha256, body: z.string() })),
  })
  .meta({ id: "Offer" });

export const signUpOperations = [
  operation({
    id: "readOffer",
    tag: "sign-ups",
    method: "get",
    path: "/sign-ups/offer",
    permission: "sign-up.hand-on",
    answer: { status: 200, schema: z.strictObject({ items: z.array(Offer) }) },
    example: {},
    async handle({ deps }) {
      const offer = await readOffer(deps.db);
      const items = offer.map(({ list, purpose, statement }) => ({
        list: { id: list.id, names: list.names, promise: list.promise },
        ageFrom: purpose.sheet.ageFrom ?? null,
        statements: Object.values(statement).map(({ language, sha256, body }) => ({ language, sha256, body })),
      }));
      return { value: { items } };
    },
  }),
  operation({
    id: "handOnSignUp",
    tag: "sign-ups",
    method: "post",
    path: "/sign-ups",
    permission: "sign-up.hand-on",
    body: z.strictObject({
      email: Address,
      language: Language,
      lists: z.array(Id).min(1).max(50),
      statements: z.array(Sha256).min(1).max(100),
      age: z.int().min(0).max(130).optional(),
    }),
    answer: { status: 202, schema: z.strictObject({ taken: z.literal(true) }) },
    refusals: ["form.invalid", "consent.too_young"],
    repeatable: { personal: true },
    example: { body: { email: "liga@post.example", language: "lv", lists: [LIST], statements: [NOTICE] } },
    async handle({ deps, actor, body }) {
      const { email: address, language, lists: listIds, statements: shown, age } = body;
      const done = await handOnSignUp(deps, actor, { address, language, listIds, shown, age });
      return isRefusal(done) ? done : { value: { taken: true } };
    },
    show: async () => ({ value: { taken: true } }),
  }),
];
