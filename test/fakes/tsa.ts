/**
 * A fake time-stamp authority over HTTP, for tests only. It keeps to RFC 3161: only POST with `application/timestamp-query`;
 * what it cannot read, another hash than SHA-256 and another policy than its own are refused with PKIFailureInfo; nonce and
 * imprint come back; certificates only where they are asked for. It serves its list of revoked certificates and answers
 * about them beside. And it can misbehave.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readQuery, type TimeStampQuery } from "../../src/domain/time-stamps/rules/request.ts";
import { base64 } from "../../src/platform/encoding.ts";
import type { TimeStampAuthority } from "../../src/platform/time-stamp-config.ts";
import { type Authority, makeAuthority, makeCertificate, makeCrl, makeOcsp } from "./tsa/authority.ts";
import { makeReply, makeToken, POLICY, type TokenWish } from "./tsa/token.ts";

const BAD_ALGORITHM = 0;
const BAD_DATA_FORMAT = 5;
const UNACCEPTED_POLICY = 15;
const SYSTEM_FAILURE = 25;

/** How the next answers are wrong. */
export type Mischief =
  | { is: "away" | "cut" | "garbage" | "page" | "endless" | "refusal" }
  | { is: "status"; status: number }
  | { is: "token"; wish: Partial<TokenWish> }
  | { is: "certificate"; wish: { usages?: string[]; until?: number } };

export interface FakeTsaOptions {
  now?: () => number;
  /** `user:password` that it wants. */
  auth?: string;
  /** Its certificate names a list of revoked ones, or a responder, served here. */
  revocation?: boolean | "ocsp";
}

export interface FakeTsa {
  readonly url: string;
  readonly authority: Authority;
  /** Every question that could be read, oldest first. */
  readonly questions: readonly TimeStampQuery[];
  /** What was asked of it: method and path. */
  readonly requests: readonly string[];
  /** As it stands in the settings. */
  settings(more?: Partial<TimeStampAuthority>): TimeStampAuthority;
  /** From now on it answers so; without mischief, rightly again. */
  misbehave(mischief?: Mischief): void;
  /** Its certificate is revoked from this time. */
  revoke(at: number): void;
  stop(): Promise<void>;
}

export async function startFakeTsa(options: FakeTsaOptions = {}): Promise<FakeTsa> {
  const { now = Date.now, auth, revocation = false } = options;
  const questions: TimeStampQuery[] = [];
  const requests: string[] = [];
  let mischief: Mischief | undefined;
  let revokedAt: number | undefined;
  let serial = 0;
  const server = createServer((req, res) => void serve(req, res).catch(() => res.destroy()));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const authority = await makeAuthority({
    crl: revocation === true ? `${url}/issuer.crl` : undefined,
    ocsp: revocation === "ocsp" ? `${url}/ocsp` : undefined,
  });

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    requests.push(`${req.method} ${req.url}`);
    if (mischief?.is === "away") return void res.destroy();
    if (req.method === "GET" && req.url === "/issuer.crl") {
      const { issuer, service } = authority;
      const list = await makeCrl(issuer, revokedAt === undefined ? [] : [{ certificate: service, at: revokedAt }]);
      return void res.writeHead(200, { "content-type": "application/pkix-crl" }).end(list);
    }
    if (req.method !== "POST") return void res.writeHead(405, { allow: "POST" }).end();
    if (auth !== undefined && req.headers.authorization !== `Basic ${Buffer.from(auth).toString("base64")}`)
      return void res.writeHead(401, { "www-authenticate": 'Basic realm="tsa"' }).end();
    if (req.url === "/ocsp") {
      const { issuer, service } = authority;
      const revoked = revokedAt === undefined ? undefined : { at: revokedAt };
      const known = req.headers["content-type"] === "application/ocsp-request" && chunks.length > 0;
      const answer = await makeOcsp({ issuer, about: service, revoked });
      return void res.writeHead(known ? 200 : 400, { "content-type": "application/ocsp-response" }).end(answer);
    }
    if (req.headers["content-type"] !== "application/timestamp-query") return void res.writeHead(415).end();
    if (mischief?.is === "status") return void res.writeHead(mischief.status).end("no");
    if (mischief?.is === "page")
      return void res.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in</h1>");
    res.writeHead(200, { "content-type": "application/timestamp-reply" });
    if (mischief?.is === "cut") return void res.write("0", () => res.destroy());
    if (mischief?.is === "endless") return endless(res);
    res.end(await answer(new Uint8Array(Buffer.concat(chunks))));
  }

  async function answer(bytes: Uint8Array): Promise<Uint8Array> {
    if (mischief?.is === "garbage") return Uint8Array.from({ length: 300 }, (_, i) => (i * 97) & 255);
    if (mischief?.is === "refusal") return makeReply(2, undefined, SYSTEM_FAILURE);
    const query = readQuery(bytes);
    if (!query) return makeReply(2, undefined, BAD_DATA_FORMAT);
    questions.push(query);
    if (query.imprint.length !== 32) return makeReply(2, undefined, BAD_ALGORITHM);
    if (query.policy !== undefined && query.policy !== POLICY) return makeReply(2, undefined, UNACCEPTED_POLICY);
    const { issuer } = authority;
    const service =
      mischief?.is === "certificate"
        ? await makeCertificate({ name: "Test time stamps", issuer, ...mischief.wish })
        : authority.service;
    const { imprint, nonce } = query;
    const wish = { service, along: query.certReq ? [service, issuer] : [], imprint, nonce, at: now(), accuracy: [1] };
    const other = mischief?.is === "token" ? mischief.wish : {};
    return makeReply(0, await makeToken({ ...wish, accuracy: [1], serial: ++serial, ...other }));
  }

  return {
    url,
    authority,
    questions,
    requests,
    settings: (more) => ({
      name: "fake",
      url,
      auth,
      policy: undefined,
      anchors: [{ certificate: authority.root.der }],
      ...more,
    }),
    misbehave(next) {
      mischief = next;
    },
    revoke(at) {
      revokedAt = at;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The settings of an authority as they stand in the environment. */
export function environmentOf(authority: TimeStampAuthority): Record<string, string> {
  const prefix = `TSA_${authority.name.toUpperCase().replaceAll("-", "_")}`;
  return {
    TSA: authority.name,
    [`${prefix}_URL`]: authority.url,
    [`${prefix}_ROOTS`]: authority.anchors.map(({ certificate }) => base64(certificate)).join(","),
    ...(authority.auth !== undefined && { [`${prefix}_AUTH`]: authority.auth }),
  };
}

/** An answer that never ends. */
function endless(res: ServerResponse): void {
  const more = () => {
    while (!res.destroyed && res.write(Buffer.alloc(65_536, 0x30)));
    if (!res.destroyed) res.once("drain", more);
  };
  res.once("error", () => {});
  more();
}
