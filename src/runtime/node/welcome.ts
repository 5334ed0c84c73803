/** What the demo makes and says once the server listens: three links, and that nothing leaves this machine. */
import type { Deps } from "../../deps.ts";
import { readInstitution } from "../../domain/institution/views.ts";
import { inviteStaff } from "../../domain/staff/invite.ts";
import { signInLink } from "../../domain/staff/sign-in-link.ts";
import { isRefusal } from "../../refusal.ts";
import { OPERATOR } from "../cli/command.ts";

const DEMO_ADMIN = {
  email: "redaktore@ministrija.example",
  name: "Demo redaktore",
  role: "admin",
  language: "lv",
} as const;

/** Prints where to look. With `demo`, makes the demo's admin first and adds a sign-in link. */
export async function welcome(deps: Deps, options: { demo: boolean; say: (line: string) => void }): Promise<void> {
  const { publicUrl } = deps.config;
  const lines: [string, string][] = [];
  if (options.demo) lines.push(["Staff desk (signs in once)", await signInForDemo(deps)]);
  else lines.push(["Staff desk", `${publicUrl}/staff/`]);
  lines.push(["Public site", `${publicUrl}/`]);
  const { kind } = deps.config.mailer;
  if (kind === "capture") lines.push(["Captured mail", `${publicUrl}/dev/mail`]);
  else lines.push(["Mail really goes out", kind === "smtp" ? "by SMTP" : "through Resend"]);
  options.say("");
  for (const [name, url] of lines) options.say(`  ${name.padEnd(27)} ${url}`);
  options.say("");
  if (!options.demo && !(await readInstitution(deps.db)))
    options.say('Nobody can sign in yet? npm run pieteka -- invite you@institution.example --name "Your Name"\n');
}

/** A link that signs the demo's admin in, once; makes the admin if there is none. */
export async function signInForDemo(deps: Deps): Promise<string> {
  const invited = await inviteStaff(deps, OPERATOR, DEMO_ADMIN);
  if (!isRefusal(invited)) return invited.signInUrl;
  const link = await signInLink(deps, OPERATOR, { email: DEMO_ADMIN.email });
  return isRefusal(link) ? `${deps.config.publicUrl}/staff/` : link.url;
}
