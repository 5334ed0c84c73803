/** The picture above the institution's name in newsletters: an image that was uploaded, or none. Saved by itself. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { keepLogoWrite, soleUseWrites } from "../images/store.ts";
import { readImageFacts } from "../images/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import type { Logo } from "./rules.ts";
import { updateInstitution } from "./store.ts";
import { readInstitutionRow } from "./views.ts";

/** Sets it (SHA-256 of the image) or takes it away, over the version that the form was opened with. */
export async function setLogo(
  deps: Deps,
  actor: Actor,
  input: { image: string | undefined; version: number },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const row = await readInstitutionRow(deps.db);
  if (!row) return refuse("institution.missing");
  if (row.version !== input.version) return refuse("form.stale");
  const facts = input.image ? (await readImageFacts(deps.db, [input.image])).get(input.image) : undefined;
  if (input.image && !facts) return refuse("images.missing");
  const logo: Logo | undefined =
    input.image && facts ? { image: input.image, width: facts.width, height: facts.height } : undefined;
  const { logo: before, ...rest } = row.profile;
  const at = deps.clock.now();
  const { version } = input;
  const said = { ver: String(version + 1), changed: ["logo"], by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: [
      updateInstitution(deps.db, { profile: { ...rest, ...(logo && { logo }) }, version, at }),
      ...(before ? [keepLogoWrite(before.image)] : []),
      ...soleUseWrites("institution", logo?.image, at),
    ],
    proof: [actEvidence(deps, { log: row.logOrigin, at, typ: "institution.changed", facts: said })],
  });
  return done === "done" ? { version: version + 1 } : refuse("form.stale");
}
