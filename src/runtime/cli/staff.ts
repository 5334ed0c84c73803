/** `invite`, `sign-in-link`: let staff in, also while mail is down. */
import { inviteStaff } from "../../domain/staff/invite.ts";
import { ROLES, type Role } from "../../domain/staff/rules.ts";
import { signInLink } from "../../domain/staff/sign-in-link.ts";
import { type Command, maybe, operatorOf, text, UsageError, word } from "./command.ts";

export const invite: Command = {
  name: "invite",
  usage: "<e-mail> --name <name> [--role <role>] [--language lv|en]",
  summary: "add a staff member and print a link that signs in once",
  words: 1,
  options: {
    name: { type: "string", required: true, about: "name, shown at the desk" },
    role: { type: "string", about: `${ROLES.join(", ")}; admin if not given` },
    language: { type: "string", about: "lv or en; lv if not given" },
  },
  fields: { email: "<e-mail>" },
  run: (deps, given) => {
    const role = maybe(given, "role") ?? "admin";
    if (!ROLES.includes(role as Role)) throw new UsageError(`--role is one of ${ROLES.join(", ")}.`);
    return inviteStaff(deps, operatorOf(given), {
      email: word(given, 0),
      name: text(given, "name"),
      role: role as Role,
      language: maybe(given, "language") ?? "lv",
    });
  },
  show: (invited: { signInUrl: string }) => `Invited. The link signs in once:\n${invited.signInUrl}`,
};

export const link: Command = {
  name: "sign-in-link",
  usage: "<e-mail>",
  summary: "print a link that signs a staff member in once, without mail",
  words: 1,
  fields: { email: "<e-mail>" },
  run: (deps, given) => signInLink(deps, operatorOf(given), { email: word(given, 0) }),
  show: (made: { url: string }) => `The link signs in once:\n${made.url}`,
};
