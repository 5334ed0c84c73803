/** `invite`, `sign-in-link`, `second-factor reset`: let staff in, also while mail is down or a phone is lost. */
import { inviteStaff } from "../../domain/staff/invite.ts";
import { ROLES, type Role } from "../../domain/staff/rules.ts";
import { resetSecondFactor } from "../../domain/staff/second-factor/reset.ts";
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

export const secondFactorReset: Command = {
  name: "second-factor reset",
  usage: "<e-mail> --reason <reason>",
  summary: "take a lost second factor off, where no second person is left to ask; ends the member's sessions",
  words: 1,
  options: {
    reason: {
      type: "string",
      required: true,
      about: "how it was made sure that the member asks for it; kept in the proof log",
    },
  },
  fields: { email: "<e-mail>", reason: "--reason" },
  run: (deps, given) =>
    resetSecondFactor(deps, operatorOf(given), { email: word(given, 0), reason: text(given, "reason") }),
  show: () => "The second factor is off and the sessions are closed. At the next sign-in the member sets up a new one.",
};
