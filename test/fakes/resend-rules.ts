/** What the fake Resend finds wrong with one e-mail of a request, in the manner of the documented messages. */
export interface FakeMail {
  from: string;
  to: string | string[];
  cc?: string | string[];
  bcc?: string | string[];
  reply_to?: string | string[];
  subject: string;
  html?: string;
  text?: string;
  headers?: Record<string, string>;
  tags?: { name: string; value: string }[];
  attachments?: unknown[];
}

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;
const NAMED = /^("([^"\\]|\\.)*"|[^<>"]*) <([^\s@<>"]+@[^\s@<>"]+)>$/;

/** Every faulty mail of a request, as `errors` of a permissive batch names them; `refuses` knows more invalid addresses. */
export function faultsOf(
  mails: readonly FakeMail[],
  refuses: (address: string) => boolean = () => false,
): { index: number; message: string }[] {
  return mails.flatMap((mail, index) => {
    const message = problemOf(mail) ?? ([mail.to].flat().some(refuses) ? "Invalid `to` field." : undefined);
    return message ? [{ index, message }] : [];
  });
}

export function problemOf(mail: FakeMail): string | undefined {
  if (typeof mail !== "object" || mail === null) return "The email must be an object.";
  if (!mail.from) return "Missing `from` field.";
  if (!valid(mail.from))
    return "Invalid `from` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.";
  if (!mail.to) return "Missing `to` field.";
  const to = [mail.to].flat();
  if (to.length < 1 || to.length > 50) return "The `to` field must hold 1 to 50 addresses.";
  for (const [name, value] of Object.entries({ to, cc: mail.cc, bcc: mail.bcc, reply_to: mail.reply_to }))
    if (value !== undefined && ![value].flat().every(valid))
      return `Invalid \`${name}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`;
  if (!mail.subject) return "Missing `subject` field.";
  if (!mail.html && !mail.text) return "Missing `html` or `text` field.";
  if (/[\r\n]/.test(mail.subject)) return "The `\\n` is not allowed in the `subject` field.";
  for (const [name, value] of Object.entries(mail.headers ?? {}))
    if (typeof value !== "string" || /[\r\n\0]/.test(name + value)) return "Invalid `headers` field.";
  for (const tag of mail.tags ?? [])
    for (const part of [tag.name, tag.value])
      if (!/^[A-Za-z0-9_-]{1,256}$/.test(part ?? ""))
        return "Tags should only contain ASCII letters, numbers, underscores, or dashes.";
  return undefined;
}

function valid(value: string): boolean {
  return ADDRESS.test(value) || NAMED.test(value);
}
