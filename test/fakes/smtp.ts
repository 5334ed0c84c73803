/**
 * A fake mail server on loopback (smtp-server): keeps what arrives, delivers nothing, answers as told. It speaks PIPELINING
 * as real ones do, and STARTTLS or TLS where it has a certificate.
 *
 *     const server = await startFakeSmtp();
 *     server.behave({ rcpt: "550 5.1.1 no such user" });
 *     server.behave((to) => (to.startsWith("liga1@") ? { data: 451 } : {}));
 */
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import type { Certificate } from "./certificates.ts";

/** `550`, or with words `550 5.1.1 no such user`; `<to>` in them becomes the recipient, as servers like to say it. */
export type Reply = number | string;

export interface Behaviour {
  /** To a new connection, instead of the greeting. */
  greeting: Reply;
  mailFrom: Reply;
  rcpt: Reply;
  /** After the whole message. */
  data: Reply;
  cutAtMailFrom: boolean;
  cutAfterData: boolean;
  silentAtMailFrom: boolean;
  silentAfterData: boolean;
  /** Milliseconds before each answer. */
  slow: number;
}

export interface FakeSmtpOptions {
  port?: number;
  user?: { name: string; password: string };
  /** With it the server offers STARTTLS; `secure`: TLS from the start. */
  certificate?: Certificate;
  secure?: boolean;
  /** AUTH is offered before STARTTLS too, as a careless server does. */
  authInClear?: boolean;
  /** Mails over one connection; then 421. */
  mailsPerConnection?: number;
  /** Connections at one time; more are greeted with 421. */
  connections?: number;
}

export interface FakeSmtp {
  readonly url: string;
  readonly mails: readonly { from: string; to: string[]; raw: string; secure: boolean }[];
  /** Connections made so far, and those open now. */
  readonly connected: number;
  readonly open: number;
  /** Names of those who tried to sign in. */
  readonly signIns: readonly string[];
  /** What the next sessions do; a function is asked with the recipient (none yet at MAIL FROM). */
  behave(next: Partial<Behaviour> | ((to: string) => Partial<Behaviour>)): void;
  /** Ends every connection without a word. */
  cutAll(): void;
  stop(): Promise<void>;
}

type Done = (error?: Error | null) => void;

export async function startFakeSmtp(options: FakeSmtpOptions = {}): Promise<FakeSmtp> {
  const mails: { from: string; to: string[]; raw: string; secure: boolean }[] = [];
  const signIns: string[] = [];
  const used = new Map<string, number>();
  let connected = 0;
  let behaviour: (to: string) => Partial<Behaviour> = () => ({});

  const lines = () =>
    (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> }).connections;
  const cut = (session: SMTPServerSession) => {
    for (const line of lines()) if (line.id === session.id) line._socket.destroy();
  };
  const errorOf = (reply: Reply, to: string) => {
    const [, code, text] = /^(\d{3})(?: (.*))?$/.exec(String(reply)) ?? [];
    return Object.assign(new Error((text ?? "as told").replaceAll("<to>", to)), { responseCode: Number(code) });
  };
  const answer = (reply: Reply | undefined, to: string, done: Done) => {
    const speak = () => (reply ? done(errorOf(reply, to)) : done());
    const { slow } = behaviour(to);
    slow ? setTimeout(speak, slow) : speak();
  };

  const server = new SMTPServer({
    disabledCommands: [...(options.certificate ? [] : ["STARTTLS"]), ...(options.user ? [] : ["AUTH"])],
    ...(options.certificate ?? {}),
    secure: options.secure ?? false,
    allowInsecureAuth: !options.certificate || options.authInClear === true,
    authOptional: true,
    hideENHANCEDSTATUSCODES: true,
    onConnect(_session, done) {
      connected += 1;
      if (options.connections !== undefined && lines().size > options.connections)
        return done(errorOf("421 too many connections", ""));
      const { greeting } = behaviour("");
      done(greeting ? errorOf(greeting, "") : null);
    },
    onAuth(auth, _session, done) {
      const { user } = options;
      signIns.push(String(auth.username));
      if (user && auth.username === user.name && auth.password === user.password)
        return done(null, { user: user.name });
      done(Object.assign(new Error("no"), { responseCode: 535 }));
    },
    onMailFrom(_address, session, done) {
      const { mailFrom, cutAtMailFrom, silentAtMailFrom } = behaviour("");
      if (cutAtMailFrom) return cut(session);
      if (silentAtMailFrom) return;
      const uses = (used.get(session.id) ?? 0) + 1;
      used.set(session.id, uses);
      const tired = options.mailsPerConnection !== undefined && uses > options.mailsPerConnection;
      answer(tired ? "421 4.7.0 too many messages in this session" : mailFrom, "", done);
    },
    onRcptTo: (to, _session, done) => answer(behaviour(to.address).rcpt, to.address, done),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const [to = ""] = rcptTo.map((r) => r.address);
        const { data, cutAfterData, silentAfterData } = behaviour(to);
        mails.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map((r) => r.address),
          raw: Buffer.concat(chunks).toString("utf8"),
          secure: session.secure,
        });
        if (silentAfterData) return;
        if (cutAfterData) return cut(session);
        answer(data, to, done);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;
  const login = options.user ? `${options.user.name}:${options.user.password}@` : "";
  const cutAll = () => {
    for (const line of lines()) line._socket.destroy();
  };
  return {
    url: `${options.secure ? "smtps" : "smtp"}://${login}127.0.0.1:${port}`,
    mails,
    signIns,
    get connected() {
      return connected;
    },
    get open() {
      return lines().size;
    },
    behave: (next) => {
      behaviour = typeof next === "function" ? next : () => next;
    },
    cutAll,
    stop: () => {
      cutAll();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
