/**
 * Time-stamp authorities, from the settings: which are asked, in which order, and whom we believe. Two are known by name;
 * their certificates are not built in, because whom an institution trusts, and by which trusted list, is its own decision
 * to make and to renew.
 *
 *     TSA=sectigo-qualified,office
 *     TSA_SECTIGO_QUALIFIED_ROOTS=-----BEGIN CERTIFICATE-----…
 *     TSA_SECTIGO_QUALIFIED_LISTED=ES 2026-11-20
 *     TSA_OFFICE_URL=https://tsa.office.example/tsp   TSA_OFFICE_AUTH=user:password   TSA_OFFICE_ROOTS=…
 */
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import type { Note } from "./mailer-config.ts";

export interface TimeStampAuthority {
  /** As it stands in the settings; also in names of files. */
  name: string;
  url: string;
  /** `user:password` of HTTP Basic. */
  auth: string | undefined;
  /** OID of the policy that is asked for; the authority's own if not said. */
  policy: string | undefined;
  /** Certificates that are believed, DER, and the trusted list on which they stood. */
  anchors: { certificate: Uint8Array; listed?: string | undefined }[];
}

export interface TimeStampConfig {
  /** Asked in this order until one has stamped. None: there are no time stamps, and the desk says so. */
  authorities: TimeStampAuthority[];
  /** Whether lists and answers about revocation are fetched and kept with each stamp. */
  papers: boolean;
}

/** Both are qualified services of the EU. Addresses: what the services publish; only theirs, never their certificates. */
const PRESETS: Readonly<Record<string, string>> = {
  // Free of charge. Plain HTTP is how it is offered: question and answer hold nothing secret, and the answer is signed.
  "sectigo-qualified": "http://timestamp.sectigo.com/qualified",
  // By contract with LVRTC.
  lvrtc: "https://tsa.eparaksts.lv",
};
const SETTINGS = ["URL", "AUTH", "POLICY", "ROOTS", "LISTED"] as const;
const MOST = 5;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads it; faults are noted. Without `TSA` there are none. */
export function readTimeStamps(env: Environment, { strict, note }: { strict: boolean; note: Note }): TimeStampConfig {
  const names = (env.TSA ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const papers = note(() => readPapers(env.TSA_PAPERS)) ?? true;
  const fine = note(() => {
    const odd = names.find((name) => !/^[a-z][a-z0-9-]{0,31}$/.test(name));
    if (odd !== undefined)
      throw new Error("TSA must name authorities with small letters, digits and -, with commas between.");
    if (new Set(names).size !== names.length) throw new Error("TSA names an authority twice.");
    if (names.length > MOST) throw new Error(`TSA names more than ${MOST} authorities.`);
    return true;
  });
  for (const setting of Object.keys(env)) note(() => noStranger(setting, names));
  if (!fine) return { authorities: [], papers };
  return { authorities: names.flatMap((name) => readAuthority(name, env, { strict, note }) ?? []), papers };
}

const settingOf = (name: string, what: (typeof SETTINGS)[number]) =>
  `TSA_${name.toUpperCase().replaceAll("-", "_")}_${what}`;

function readAuthority(
  name: string,
  env: Environment,
  { strict, note }: { strict: boolean; note: Note },
): TimeStampAuthority | undefined {
  const of = (what: (typeof SETTINGS)[number]) =>
    [settingOf(name, what), env[settingOf(name, what)] || undefined] as const;
  const url = note(() => readUrl(...of("URL"), PRESETS[name]));
  const auth = note(() => ({ is: readAuth(...of("AUTH"), strict ? url : undefined) }));
  const policy = note(() => ({ is: readPolicy(...of("POLICY")) }));
  const roots = note(() => readRoots(...of("ROOTS")));
  const listed = note(() => ({ is: readListed(...of("LISTED")) }));
  if (!url || !auth || !policy || !roots || !listed) return undefined;
  const anchors = roots.map((certificate) => ({ certificate, listed: listed.is }));
  return { name, url, auth: auth.is, policy: policy.is, anchors };
}

function readUrl(setting: string, text: string | undefined, preset: string | undefined): string {
  const url = text ?? preset;
  if (!url)
    throw new Error(
      `${setting} is missing: the address of the time-stamp authority. Known by name are ${Object.keys(PRESETS).join(", ")}.`,
    );
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || new URL(url).username)
    throw new Error(
      `${setting} must be http:// or https:// without a name in it (${setting.replace(/URL$/, "AUTH")}).`,
    );
  return url;
}

function readAuth(setting: string, text: string | undefined, url: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!/^[^:\s]+:\S+$/.test(text)) throw new Error(`${setting} must be user:password.`);
  if (url && !url.startsWith("https:")) throw new Error(`${setting} goes over https only.`);
  return text;
}

function readPolicy(setting: string, text: string | undefined): string | undefined {
  if (text !== undefined && !/^[0-2](\.(0|[1-9]\d{0,9}))+$/.test(text))
    throw new Error(`${setting} must be an object identifier, for example 0.4.0.2023.1.1.`);
  return text;
}

function readRoots(setting: string, text: string | undefined): Uint8Array[] {
  if (!text)
    throw new Error(
      `${setting} is missing: certificates by which its stamps are believed, PEM, or base64 of DER with commas between.`,
    );
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)].map(
    ([, b]) => b ?? "",
  );
  const ders = (blocks.length > 0 ? blocks : text.split(",")).map((body) => readCertificate(body));
  if (ders.includes(undefined)) throw new Error(`${setting} holds something that is no certificate.`);
  return ders as Uint8Array[];
}

function readCertificate(base64: string): Uint8Array | undefined {
  try {
    const der = Uint8Array.from(atob(base64.replace(/\s|\\n/g, "")), (c) => c.charCodeAt(0));
    const { offset, result } = asn1js.fromBER(der);
    if (offset !== der.length) return undefined;
    new pkijs.Certificate({ schema: result });
    return der;
  } catch {
    return undefined;
  }
}

function readListed(setting: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [, day] = /^[A-Z]{2} (\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  if (!day || Number.isNaN(Date.parse(day)))
    throw new Error(
      `${setting} must be the country of the trusted list and the day on which it was read, LV 2026-11-20.`,
    );
  return text;
}

function readPapers(text: string | undefined): boolean {
  if (text !== undefined && text !== "" && text !== "yes" && text !== "no")
    throw new Error("TSA_PAPERS must be yes or no.");
  return text !== "no";
}

/** A setting of an authority that is not asked is a slip of the pen. */
function noStranger(setting: string, names: readonly string[]): void {
  if (!/^TSA_.+_(URL|AUTH|POLICY|ROOTS|LISTED)$/.test(setting)) return;
  const known = names.some((name) => SETTINGS.some((what) => settingOf(name, what) === setting));
  if (!known) throw new Error(`${setting} is set, but TSA does not name its authority.`);
}
