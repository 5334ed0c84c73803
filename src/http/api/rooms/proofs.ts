/** Proofs of one person who is held, and his bundle. What is sealed opens at the desk only, with a second person where the settings ask. */
import { z } from "zod";
import { exportPerson } from "../../../domain/proofs/export-person.ts";
import { lookUpProofs } from "../../../domain/proofs/look-up.ts";
import { GROUNDS } from "../../../domain/proofs/rules/opening.ts";
import { isRefusal } from "../../../refusal.ts";
import { operation } from "../frame/operation.ts";
import { Address, Both, Count, Day, Id, Time, time } from "../schemas/common.ts";
import { PERSON } from "../schemas/examples.ts";

const Event = z.strictObject({
  eid: Id,
  type: z.string(),
  at: Time,
  /** Its place in the proof log, and the size of the first signed head that covers it. */
  index: Count.nullable(),
  sealedAt: Time.nullable(),
});
const Chain = z
  .strictObject({
    record: Id,
    purpose: z.strictObject({ id: Id, slug: z.string(), names: Both }),
    state: z.string(),
    destroyedAfter: Day.nullable(),
    events: z.array(Event),
  })
  .meta({ id: "ProofChain" });

export const proofOperations = [
  operation({
    id: "lookUpProofs",
    tag: "proofs",
    method: "post",
    path: "/proofs/look-up",
    permission: "proof.look-up",
    verbAsks: true,
    body: z.strictObject({ email: Address }),
    answer: { status: 200, schema: z.strictObject({ personId: Id.nullable(), records: z.array(Chain) }) },
    refusals: ["form.invalid", "proofs.too_many"],
    example: { body: { email: "anna@post.example" } },
    async handle({ deps, actor, body }) {
      const found = await lookUpProofs(deps, actor, { address: body.email });
      if (isRefusal(found)) return found;
      const { held } = found;
      const records = (held?.chains ?? []).map((chain) => ({
        record: chain.recordId,
        purpose: { id: chain.purpose.id, slug: chain.purpose.slug, names: chain.purpose.names },
        state: chain.state,
        destroyedAfter: chain.shredDay ?? null,
        events: chain.events.map(({ eid, at, said, place }) => ({
          eid,
          type: said.typ,
          at: time(at),
          index: place?.index ?? null,
          sealedAt: place?.sealed ? time(place.sealed.at) : null,
        })),
      }));
      return { value: { personId: held?.personId ?? null, records } };
    },
  }),
  operation({
    id: "exportProofs",
    tag: "proofs",
    method: "post",
    path: "/proofs/bundle",
    permission: "proof.export",
    verbAsks: true,
    body: z.strictObject({ personId: Id, ground: z.enum(GROUNDS), reason: z.string().max(2_000) }),
    answer: { status: 200, file: "application/zip" },
    refusals: ["form.invalid", "people.unknown", "proofs.nothing_to_export"],
    example: { body: { personId: PERSON, ground: "audit", reason: "Pārbaude Nr. 7 (2026. gads)" } },
    async handle({ c, deps, actor, body }) {
      const bundle = await exportPerson(deps, actor, body);
      if (isRefusal(bundle)) return bundle;
      const headers = {
        "Content-Type": "application/zip",
        "Content-Disposition": 'attachment; filename="proofs.zip"',
      };
      return c.body(bundle as Uint8Array<ArrayBuffer>, 200, headers);
    },
  }),
];
