/**
 * What "send" freezes of an issue: texts, names, sender, colours, and the facts of every image. Preview, trial mail and the looks
 * of the linter use the same function, so that what an author sees is what goes out.
 */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { readImageFacts } from "../../images/views.ts";
import type { Institution, Lang } from "../../institution/rules.ts";
import { readInstitution } from "../../institution/views.ts";
import { BASES_OF } from "../../lists/rules.ts";
import { readList } from "../../lists/views.ts";
import { readPurpose } from "../../purposes/views.ts";
import { type FrozenIssue, type ImageFacts, type IssueDraft, imagesOf } from "../rules/issue.ts";
import { type Images, isWritten } from "../rules/problems.ts";

/** An issue as it would go out now, and what its author is told about. */
export interface Made {
  draft: IssueDraft;
  frozen: FrozenIssue;
  institution: Institution;
  images: Images;
}

/** Freezes a draft with the settings of this moment. A language that nobody has begun is left out. */
export async function freezeIssue(
  deps: Pick<Deps, "db" | "config" | "tokens">,
  issue: { listId: string; draft: IssueDraft },
): Promise<Made | Refusal> {
  const [institution, list] = await Promise.all([readInstitution(deps.db), readList(deps.db, issue.listId)]);
  const purpose = list && (await readPurpose(deps.db, list.purposeId));
  if (!institution || !list || !purpose) return refuse("issues.unknown");
  const { basis } = purpose;
  if (list.state !== "active" || purpose.state !== "active" || !basis || !BASES_OF[list.kind].includes(basis))
    return refuse("issues.no_basis");
  const { draft } = issue;
  const images = await readImageFacts(deps.db, imagesOf(draft));
  const { names, legalAddress, phone, email, sender, signature, timeZone, look, languages, logo } = institution;
  const texts: FrozenIssue["texts"] = {};
  for (const lang of languages) if (isWritten(draft.texts[lang])) texts[lang as Lang] = draft.texts[lang];
  return {
    draft,
    institution,
    images,
    frozen: {
      renderer: 1,
      kind: "newsletter",
      publicUrl: deps.config.publicUrl,
      tokenKeyId: deps.tokens.keyId,
      institution: {
        ...{ names, legalAddress, phone, email, sender, signature, timeZone, look, languages },
        ...(logo && { logo }),
      },
      list: { id: list.id, slug: list.slug, kind: list.kind, names: list.names, promise: list.promise },
      purpose: {
        ...{ id: purpose.id, slug: purpose.slug, version: purpose.version, names: purpose.sheet.names, basis },
        ...(basis !== "a" && { norm: purpose.sheet.norm }),
      },
      texts,
      salutation: draft.salutation,
      images: Object.fromEntries([...images].map(([sha, facts]) => [sha, factsOnly(facts)])),
      ...(draft.segment && { segment: draft.segment }),
    },
  };
}

const factsOnly = ({ type, width, height }: ImageFacts): ImageFacts => ({ type, width, height });
