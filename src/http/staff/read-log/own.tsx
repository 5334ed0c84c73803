/** `/staff/recorded`: what is recorded of whoever looks at people, and why; and his own lines. For everybody of the desk. */
import { lookAtOwn } from "../../../domain/read-log/look-at-log.ts";
import { isRefusal } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { deskPage } from "../layout.tsx";
import { Facts, Pager, Section } from "../parts.tsx";
import { readKey } from "./filter.ts";
import { keptFor, Lines, RECORDED, voice } from "./shared.tsx";

export async function ownPage(c: StaffContext): Promise<Response> {
  const before = readKey(c.req.query("before"));
  const own = await lookAtOwn(c.var.deps, c.var.actor, before);
  if (isRefusal(own)) return refusedPage(c, own, "desk");
  const t = voice(c);
  const { dataProtectionOfficer: officer, email } = c.var.institution;
  const older = own.next && {
    href: `${RECORDED}?${new URLSearchParams({ before: `${own.next.at}.${own.next.id}` })}#lines`,
    label: t("lines.older"),
  };
  return deskPage(c, {
    title: t("own.title"),
    current: "none",
    lede: t("own.lede"),
    children: (
      <>
        <Facts
          items={[
            { term: t("own.what"), value: t("own.what.text") },
            { term: t("own.why"), value: t("own.why.text") },
            { term: t("own.not"), value: t("own.not.text") },
            { term: t("own.who"), value: t("own.who.text") },
            { term: t("own.kept"), value: t("own.kept.text", { period: await keptFor(c) }) },
            {
              term: t("own.rights"),
              value: t("own.rights.text", { name: officer.name, email: officer.email || email }),
            },
          ]}
        />
        <Section title={t("own.lines")} id="lines">
          {own.lines.length === 0 ? <p>{t("own.none")}</p> : <Lines c={c} label={t("own.lines")} lines={own.lines} />}
          <Pager next={older} prev={before ? { href: `${RECORDED}#lines`, label: t("lines.newest") } : undefined} />
        </Section>
      </>
    ),
  });
}
