/** What the office of a drill brings along: its list of people, and the draft of its question. */
import { createCampaign } from "../../src/domain/campaigns/create.ts";
import { isRefusal } from "../../src/refusal.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { listNamed } from "../../src/runtime/cli/input.ts";
import { agreed, GROUND } from "../support/ready.ts";
import type { Office } from "./house/office.ts";
import { REFUSED_DOMAIN } from "./provider/provider.ts";

/** Addresses at many domains; one in 5,000, and at least one, is of a kind that every provider refuses. */
export function peopleFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const domain = i % 5_000 === 123 % rows ? REFUSED_DOMAIN : `pasts${i % 40}.example`;
    return `cilveks${i}@${domain},Līga Paraudziņa,${i % 3 === 0 ? "en" : "lv"}`;
  });
  return `E-pasts,"Vārds, uzvārds",Valoda\r\n${lines.join("\r\n")}\r\n`;
}

/** Makes the draft; gives its id. */
export async function draftCampaign({ deps, list }: Office): Promise<string> {
  const lv = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt arī turpmāk?", lead: "Jautājam no jauna." };
  const en = { subject: "Shall we go on?", heading: "Do you still want to receive it?", lead: "We ask anew." };
  const made = await createCampaign(deps, OPERATOR, {
    listId: (await listNamed(deps, list)).id,
    title: "Drill",
    deadlineDay: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    draft: { ...GROUND, texts: { lv, en } },
  });
  if (isRefusal(made)) throw new Error(`the draft was refused: ${made.code}`);
  await agreed(deps, made.id);
  return made.id;
}
