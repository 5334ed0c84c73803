/** People who were mailed the question, in a whole world: their links as they stand in the mails. */
import { createCampaign } from "../../../src/domain/campaigns/create.ts";
import { sendCampaign } from "../../../src/domain/campaigns/send.ts";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { readLists } from "../../../src/domain/lists/views.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { isRefusal, type Refusal } from "../../../src/refusal.ts";
import { agreed, GROUND } from "../../support/ready.ts";
import { createWorld, type World, type WorldOptions } from "../../support/world.ts";

const editor: StaffActor = { kind: "staff", id: "cli", role: "admin", via: "cli" };

function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.fields ?? [])}`);
  return result;
}

export interface Asked {
  world: World;
  /** Path of the link of this kind in the newest mail to the address. */
  path(kind: "r" | "u", address: string): string;
  /** The hash that the page of a link sends along. */
  notice(page: string): string;
}

export const DEADLINE = "2026-12-15";

/** Imports the addresses into the newsletter of the demo office and asks them; some are on its service list as well. */
export async function askedPeople(
  addresses: string[],
  alsoOn: string[] = [],
  options: WorldOptions = {},
): Promise<Asked> {
  const world = await createWorld(options);
  const { deps } = world;
  const lists = await readLists(deps.db);
  const first = lists.find((l) => l.kind === "newsletter");
  const second = lists.find((l) => l.kind === "service");
  if (!first || !second) throw new Error("the demo office has no newsletter or no service list");
  const put = async (listId: string, people: string[]) => {
    const claim = {
      source: "Iepriekšējās sistēmas eksports",
      since: "2019-03-01",
      basis: "consent" as const,
      origin: "themselves" as const,
      proof: "",
    };
    const bytes = new TextEncoder().encode(`e-pasts\n${people.join("\n")}\n`);
    const checked = done(await checkImport(deps, editor, { listId, fileName: "a.csv", bytes, claim }));
    done(await runImport(deps, editor, { importId: checked.importId }));
    await world.work();
  };
  await put(first.id, addresses);
  if (alsoOn.length > 0) await put(second.id, alsoOn);
  const text = (heading: string) => ({ subject: heading, heading, lead: "Jautājam no jauna." });
  const { id } = done(
    await createCampaign(deps, editor, {
      listId: first.id,
      title: "Rudens",
      deadlineDay: DEADLINE,
      draft: {
        texts: { lv: text("Vai vēlaties saņemt jaunumus?"), en: text("Do you want our news?") },
        ...GROUND,
      },
    }),
  );
  done(await sendCampaign(deps, editor, { id, version: await agreed(deps, id) }));
  await world.work();
  return {
    world,
    path(kind, address) {
      const question = (m: (typeof world.mailbox.mails)[number]) => m.mail.to === address && m.mail.headers["List-Id"];
      const mail = world.mailbox.mails.findLast(question)?.mail;
      const found = new RegExp(`/${kind}/[A-Za-z0-9_-]{71}`).exec(mail?.text ?? "");
      if (!found) throw new Error(`no ${kind} link in a mail to ${address}`);
      return found[0];
    },
    notice: (page) => /name="notice" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "",
  };
}

/** The words of a page without its tags, on one line, with plain spaces. */
export const wordsOf = (html: string) =>
  html
    .replace(/<head>[\s\S]*?<\/head>/, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
