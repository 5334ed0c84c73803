/** What people do: they press what is in their mails, and sign up. Over HTTP, as a mail program or a browser does it. */
import type { OutgoingMail } from "../../../src/deps.ts";
import type { Town } from "../house/town.ts";

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

const formOf = (fields: [string, string][]) => ({
  method: "POST",
  headers: FORM,
  body: new URLSearchParams(fields).toString(),
});

/** The token of a link of this kind: in this mail, or in any that somebody has. */
function linkOf(town: Town, kind: "r" | "u" | "c", mail?: OutgoingMail): { token: string } | undefined {
  const mails = mail ? [mail] : [...town.ledger.mailboxes.values()].flat();
  const found = mails.flatMap(({ text }) => {
    const token = new RegExp(`/${kind}/([A-Za-z0-9_-]{20,})`).exec(text)?.[1];
    return token ? [{ token }] : [];
  });
  return found.length > 0 ? town.random.one(found) : undefined;
}

/** Somebody who does what he does as soon as he has his mail, often before the program knows that he has it. */
export function reactTo(town: Town, mail: OutgoingMail): void {
  const { random, machine, climate } = town;
  if (!random.chance(climate.eager)) return;
  const act = linkOf(town, "c", mail)
    ? confirm
    : random.weighted([
        [oneClick, 3],
        [leaveByPage, 2],
        [answer, 2],
      ] as const);
  machine.after(WORLD, random.span(50, 300_000), `REACTS: ${act.name}`, () => {
    machine.count(`reaction: ${act.name}`);
    act(town, mail).catch((error: Error) => machine.note(`reaction failed: ${error.message.slice(0, 80)}`));
  });
}

/** RFC 8058: the mail program presses. Whoever was answered 200 is off the list. */
export async function oneClick(town: Town, mail?: OutgoingMail): Promise<void> {
  const [by, link] = [town.someone(), linkOf(town, "u", mail)];
  if (!by || !link) return;
  const answer = await town.request(by, `/u/${link.token}`, formOf([["List-Unsubscribe", "One-Click"]]));
  town.machine.note(`one-click was answered ${answer.status}`);
  const target = by.deps.tokens.read("u", link.token);
  if (answer.status === 200 && target && town.ledger.isLive(target.subscriptionId))
    town.machine.fail(`one-click said 200, and he is on the list: ${target.subscriptionId}`);
  if (answer.status !== 200 && answer.status !== 503) town.machine.fail(`one-click was answered ${answer.status}`);
}

/** The page of the same link; some say right after it that it was a mistake. */
export async function leaveByPage(town: Town, mail?: OutgoingMail): Promise<void> {
  const [by, link] = [town.someone(), linkOf(town, "u", mail)];
  if (!by || !link) return;
  const scope = town.random.chance(0.4) ? "everything" : "list";
  const answer = await town.request(
    by,
    `/u/${link.token}`,
    formOf([
      ["scope", scope],
      ["lang", "lv"],
    ]),
  );
  await perhapsReturn(town, await told(town, `leaving by the page (${scope})`, answer));
}

export async function answer(town: Town, mail?: OutgoingMail): Promise<void> {
  const [by, link] = [town.someone(), linkOf(town, "r", mail)];
  if (!by || !link) return;
  const target = by.deps.tokens.read("r", link.token);
  const notice = town.ledger.rows<{ sha256: string }>(
    "SELECT sha256 FROM notice WHERE kind = 'question' AND mailing_id = ? ORDER BY language DESC",
    target?.mailingId ?? "",
  )[0];
  const yes = town.random.chance(0.6);
  const fields: [string, string][] = [
    ["answer", yes ? "yes" : "no"],
    ["notice", notice?.sha256 ?? ""],
    ["lang", "lv"],
  ];
  const page = await town.request(by, `/r/${link.token}`, formOf(fields));
  await perhapsReturn(town, await told(town, `the answer ${yes ? "yes" : "no"}`, page));
}

async function perhapsReturn(town: Town, html: string): Promise<void> {
  const seal = /name="seal" value="([^"]+)"/.exec(html)?.[1];
  const by = town.someone();
  if (!seal || !by || !town.random.chance(0.3)) return;
  await town.machine.sleep(WORLD, town.random.span(1_000, 900_000), "he reads the page");
  const alive = town.someone();
  if (!alive) return;
  await told(
    town,
    "coming back",
    await town.request(
      alive,
      "/return",
      formOf([
        ["seal", seal],
        ["lang", "lv"],
      ]),
    ),
  );
}

/** Somebody types an address: his own, or that of another. */
export async function signUp(town: Town): Promise<void> {
  const by = town.someone();
  if (!by) return;
  const list = town.random.one(town.lists);
  const shown = await (await town.request(by, "/subscribe?lang=lv")).text();
  // A page of a house that stands still has no form.
  const form = /name="form" value="([0-9a-f]{64})"/.exec(shown)?.[1] ?? "";
  const page = await town.request(
    by,
    "/subscribe",
    formOf([
      ["email", town.random.one(town.addresses)],
      ["language", "lv"],
      ["lang", "lv"],
      ["list", list.id],
      ["form", form],
    ]),
  );
  await told(town, "signing up", page);
}

/** The owner of the address answers the mail that asks him. */
export async function confirm(town: Town, mail?: OutgoingMail): Promise<void> {
  const [by, link] = [town.someone(), linkOf(town, "c", mail)];
  if (!by || !link) return;
  const said = town.random.chance(0.7) ? "yes" : "not-me";
  await told(
    town,
    `confirming: ${said}`,
    await town.request(
      by,
      `/c/${link.token}`,
      formOf([
        ["answer", said],
        ["lang", "lv"],
      ]),
    ),
  );
}

/** What a page says to somebody holds, whatever became of the answers of the database. */
async function told(town: Town, what: string, answer: Response): Promise<string> {
  town.machine.note(`${what} was answered ${answer.status}`);
  const html = await answer.text();
  const [, number] = /Nr\.\u00a0([0-9a-f-]{36})/.exec(html) ?? [];
  if (number) town.machine.count("somebody was shown the number of an act");
  if (number && town.ledger.rows("SELECT 1 FROM event WHERE eid = ?", number).length === 0)
    town.machine.fail(`somebody was shown the number of an act that did not take place: ${number}`);
  return html;
}

const WORLD = { name: "world", dead: false, mortal: false };
