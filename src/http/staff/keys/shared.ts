/** What the pages of keys share. */
import type { Key } from "../../../domain/api-keys/views.ts";
import { type KeyPermission, may, type Role } from "../../../domain/staff/rules.ts";
import { apiKeyTexts } from "../../../texts/api-keys.ts";
import { showDate } from "../../../texts/dates.ts";
import { permissionTexts } from "../../../texts/permissions.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";

export const KEYS = "/staff/access/keys";

export const voice = (c: StaffContext) => say(apiKeyTexts, c.var.lang);

export const date = (c: StaffContext, at: number | string) =>
  showDate(at, { lang: c.var.lang, zone: c.var.institution.timeZone, form: "table" });

/** The last day on which a key holds: `expiresAt` is the first moment after it. */
export const lastDay = (c: StaffContext, { expiresAt }: Pick<Key, "expiresAt">) => date(c, expiresAt - 1);

/** A permission in words; one that the maker has lost meanwhile says so. */
export function permissionWords(c: StaffContext, permission: KeyPermission, role: Role | undefined): string {
  const words = say(permissionTexts, c.var.lang)(permission);
  const has = role && may({ kind: "staff", id: "", role, via: "desk" }, permission) === undefined;
  return has ? words : voice(c)("lost", { words });
}
