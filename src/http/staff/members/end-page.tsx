/** The question before an account ends: what is under way and who goes on with it, what ends at once, what stays. */
import { canTake, FORMER_ADDRESS_DAYS, handedOf, type Leaving } from "../../../domain/staff/rules/handover.ts";
import type { StaffMember } from "../../../domain/staff/views.ts";
import { say } from "../../../texts/say.ts";
import { staffEndingTexts } from "../../../texts/staff-ending.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Alert, Button, DeskForm, ErrorSummary, Radios, Section } from "../parts.tsx";
import { STAFF, voice } from "./shared.tsx";

export interface EndPage {
  member: StaffMember;
  everybody: readonly StaffMember[];
  leaving: Leaving;
  successor?: string | undefined;
  problems?: Problem[] | undefined;
}

const ENDS = ["openings", "granted", "approvals", "resets", "exports", "keys"] as const;

export function endAccessPage(c: StaffContext, p: EndPage): Promise<Response> {
  const t = voice(c);
  const ending = say(staffEndingTexts, c.var.lang);
  const { member, leaving, problems } = p;
  const here = `${STAFF}/${member.id}`;
  const handing = Object.keys(handedOf(leaving)).length > 0;
  return deskPage(c, {
    title: t("off.title"),
    current: "staff",
    back: { href: here, label: member.name },
    lede: t("off.ask", { name: member.name, email: member.email, role: t(`role.${member.role}`) }),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} />
        <Section title={ending("left.handed")}>
          {handing ? <UnderWay c={c} leaving={leaving} /> : <p>{ending("left.none")}</p>}
        </Section>
        <Section title={ending("left.ends")}>
          <ul>
            <li>{ending("left.sessions", { n: leaving.ends.sessions })}</li>
            {ENDS.filter((kind) => leaving.ends[kind] > 0).map((kind) => (
              <li>{ending(`left.${kind}`, { n: leaving.ends[kind] })}</li>
            ))}
          </ul>
        </Section>
        {leaving.named.length > 0 && (
          <Alert color="warning" title={ending("left.named")}>
            <p>
              {leaving.named.map((field) => ending(`left.named.${field}`)).join(", ")}. {ending("left.named.text")}{" "}
              <a href="/staff/settings">{ending("left.settings")}</a>
            </p>
          </Alert>
        )}
        <p class="above-5">
          {ending("off.stays", { n: FORMER_ADDRESS_DAYS })} {ending("off.undo")}
        </p>
        <DeskForm action={`${here}/disable`}>
          {handing && <Successors c={c} {...p} />}
          <Actions>
            <Button danger>{t("off.act")}</Button>
            <a href={here}>{t("off.back")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

function UnderWay({ c, leaving }: { c: StaffContext; leaving: Leaving }) {
  const t = say(staffEndingTexts, c.var.lang);
  const { mailings, imports, telling, reviewing } = leaving;
  return (
    <ul>
      {mailings.length > 0 && (
        <li>
          {t("left.mailings", { n: mailings.length })}
          <ul>
            {mailings.map(({ id, title, draft }) => (
              <li>
                <a href={`/staff/mailings/${id}`}>{draft ? t("left.draft", { title }) : title}</a>
              </li>
            ))}
          </ul>
        </li>
      )}
      {imports.length > 0 && (
        <li>
          {t("left.imports", { n: imports.length })}
          <ul>
            {imports.map(({ id, fileName }) => (
              <li>
                <a href={`/staff/imports/${id}`}>{fileName}</a>
              </li>
            ))}
          </ul>
        </li>
      )}
      {telling && <li>{t("left.telling")}</li>}
      {reviewing && <li>{t("left.reviewing")}</li>}
    </ul>
  );
}

function Successors({ c, member, everybody, leaving, successor, problems }: EndPage & { c: StaffContext }) {
  const t = say(staffEndingTexts, c.var.lang);
  const staff = voice(c);
  const able = everybody.filter((other) => canTake(leaving, member.id, other));
  if (able.length === 0)
    return (
      <Alert color="danger">
        <p>{t("successor.none")}</p>
      </Alert>
    );
  return (
    <Radios
      name="successor"
      legend={t("successor")}
      hint={t("successor.hint")}
      options={able.map(({ id, name, role }) => ({ value: id, label: name, hint: staff(`role.${role}`) }))}
      value={successor}
      problem={problemFor(problems, "successor")}
    />
  );
}
