/**
 * DKIM (RFC 6376): one signature over every header that we write, List-Unsubscribe and List-Unsubscribe-Post included
 * (RFC 8058 §4), and over the body; relaxed/relaxed, rsa-sha256. From is signed twice, so that nobody can add a second one;
 * nothing else is, so that whoever passes mail on may add headers of his own. Our own, because nodemailer signs on the
 * main thread and streams each message three times; mailauth verifies it in the tests.
 */
import { createHash, createPrivateKey, type KeyObject, type PrivateKeyInput, sign } from "node:crypto";
import { promisify } from "node:util";
import type { DkimConfig } from "../../../platform/mailer-config.ts";

export interface DkimKey {
  /** `d=`: `ministry.example`. */
  domain: string;
  /** `s=`: the record is at `<selector>._domainkey.<domain>`. */
  selector: string;
  key: KeyObject;
}

const signed = promisify(sign);

/**
 * Reads the private key: PEM (line breaks may be written as `\n`), or base64 of PEM, of PKCS#8 or of PKCS#1. Throws a
 * sentence that names the setting: RSA of 2048 bits or more only. Ed25519 (RFC 8463) would be valid, but large receivers
 * cannot verify it yet.
 *
 *     openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 | base64 -w0
 */
export function readDkimKey(text: string): KeyObject {
  const plain = text.replaceAll("\\n", "\n").trim();
  const bytes = plain.startsWith("-----") ? Buffer.from(plain) : Buffer.from(plain, "base64");
  const key =
    bytes.toString("latin1", 0, 5) === "-----"
      ? opened(bytes)
      : (openedDer(bytes, "pkcs8") ?? openedDer(bytes, "pkcs1"));
  if (!key) throw new Error("DKIM_PRIVATE_KEY is not a private key in PEM, nor the base64 of one.");
  if (key.asymmetricKeyType === "ed25519")
    throw new Error("DKIM_PRIVATE_KEY is Ed25519, which large receivers cannot verify yet. Choose RSA with 2048 bits.");
  if (key.asymmetricKeyType !== "rsa" || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Error("DKIM_PRIVATE_KEY must be an RSA key of 2048 bits or more.");
  return key;
}

function opened(input: Buffer | PrivateKeyInput): KeyObject | undefined {
  try {
    return createPrivateKey(input);
  } catch {
    return undefined;
  }
}

const openedDer = (key: Buffer, type: "pkcs1" | "pkcs8") => opened({ key, format: "der", type });

/** The key of the settings, ready to sign. Throws as `readDkimKey` does. */
export const dkimKeyOf = ({ domain, selector, privateKey }: DkimConfig): DkimKey => ({
  domain,
  selector,
  key: readDkimKey(privateKey),
});

/** The `DKIM-Signature` line for a message of these header lines and this body. `at`: milliseconds since 1970. */
export async function dkimLine(head: readonly string[], body: Buffer, dkim: DkimKey, at: number): Promise<string> {
  const names = [...head.map((line) => line.slice(0, line.indexOf(":")).toLowerCase()), "from"];
  const unsigned = [
    "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;",
    `d=${dkim.domain}; s=${dkim.selector}; t=${Math.floor(at / 1000)};`,
    `h=${inLines(names)};`,
    // As mime.ts writes it the body is its own relaxed form (RFC 6376 §3.4.4).
    `bh=${createHash("sha256").update(body).digest("base64")};`,
    "b=",
  ].join("\r\n ");
  const data = [...head, unsigned].map(relaxedHeader).join("\r\n");
  const signature = (await signed("RSA-SHA256", Buffer.from(data), dkim.key)).toString("base64");
  return unsigned + (signature.match(/.{1,72}/g) ?? []).join("\r\n ");
}

/** Names between colons, as many as a line holds. */
function inLines(names: readonly string[]): string {
  let line = "";
  const lines: string[] = [];
  for (const name of names) {
    if (line && line.length + name.length > 68) {
      lines.push(line);
      line = "";
    }
    line += `${line || lines.length > 0 ? ":" : ""}${name}`;
  }
  return [...lines, line].join("\r\n ");
}

/** RFC 6376 §3.4.2. */
function relaxedHeader(line: string): string {
  const colon = line.indexOf(":");
  const value = line
    .slice(colon + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
  return `${line.slice(0, colon).toLowerCase()}:${value}`;
}
