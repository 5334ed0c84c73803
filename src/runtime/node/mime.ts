/** A mail in Internet form, composed by nodemailer: one recipient, text and HTML as alternatives, Message-ID from the key. */
import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import MailComposer from "nodemailer/lib/mail-composer";
import type { OutgoingMail } from "../../deps.ts";

/** The same key and place give the same Message-ID, so that a mail that did go out twice can be told. */
export function messageIdOf(mail: OutgoingMail, key: string, index: number): string {
  const id = createHash("sha256").update(`${key}\0${index}`).digest("hex").slice(0, 32);
  return `<${id}@${mail.from.address.split("@")[1]}>`;
}

/** What nodemailer needs to compose and send it. The envelope names one recipient. */
export function composeOptions(mail: OutgoingMail, messageId: string): SendMailOptions {
  return {
    from: mail.from,
    to: { name: "", address: mail.to },
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // They are ASCII and encoded where needed (delivery/headers.ts); nodemailer would encode the List-Id's angle brackets.
    headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, { prepared: true, value }])),
    messageId,
    envelope: { from: mail.from.address, to: [mail.to] },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The whole message as text. */
export async function composeSource(mail: OutgoingMail, messageId: string, at: number): Promise<string> {
  const options = { ...composeOptions(mail, messageId), date: new Date(at), boundaryPrefix: "pieteka" };
  return (await new MailComposer(options).compile().build()).toString("utf8");
}
