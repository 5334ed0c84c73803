/** Fills an empty database with the demo office, through the same verbs that the desk uses. */
import type { Deps } from "../../deps.ts";
import { setUpInstitution } from "../../domain/institution/set-up.ts";
import { readInstitution } from "../../domain/institution/views.ts";
import { createList } from "../../domain/lists/create.ts";
import { publishNotice } from "../../domain/notices/publish.ts";
import { activatePurpose } from "../../domain/purposes/activate.ts";
import { savePurpose } from "../../domain/purposes/save.ts";
import type { StaffActor } from "../../domain/staff/rules.ts";
import { isRefusal, type Refusal } from "../../refusal.ts";
import { demoInstitution, demoPurposes } from "./demo/content.ts";

const CLI: StaffActor = { kind: "staff", id: "cli", role: "admin", via: "cli" };

/** Does nothing where an institution exists. A refusal here is a fault of the demo content, and thrown. */
export async function seedDemo(deps: Deps): Promise<"seeded" | "present"> {
  if (await readInstitution(deps.db)) return "present";
  done(await setUpInstitution(deps, CLI, demoInstitution));
  for (const { basis, sheet, statement, lists } of demoPurposes) {
    const purpose = done(await savePurpose(deps, CLI, { basis, sheet }));
    done(await publishNotice(deps, CLI, { kind: "consent", purposeId: purpose.id, texts: statement }));
    done(await activatePurpose(deps, CLI, purpose));
    for (const list of lists) done(await createList(deps, CLI, { ...list, purposeId: purpose.id }));
  }
  done(await publishNotice(deps, CLI, { kind: "privacy" }));
  return "seeded";
}

function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`demo content refused: ${result.code} ${JSON.stringify(result.fields ?? [])}`);
  return result;
}
