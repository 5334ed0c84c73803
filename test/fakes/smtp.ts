/** A fake mail server on loopback (smtp-server): keeps what arrives, delivers nothing, answers as told. */

import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface FakeSmtp {
  readonly url: string;
  readonly mails: readonly { from: string; to: string[]; raw: string }[];
  /** What the next sessions do. */
  behave(
    next: Partial<{
      rcpt: number;
      mailFrom: number;
      data: number;
      cutAfterData: boolean;
      silentAfterData: boolean;
      /** Milliseconds before each answer. */
      slow: number;
    }>,
  ): void;
  stop(): Promise<void>;
}

export async function startFakeSmtp(
  options: { port?: number; user?: { name: string; password: string } } = {},
): Promise<FakeSmtp> {
  const mails: { from: string; to: string[]; raw: string }[] = [];
  let next: Parameters<FakeSmtp["behave"]>[0] = {};
  const answer = (code: number | undefined, done: (error?: Error) => void) => {
    const speak = () => (code ? done(Object.assign(new Error("as told"), { responseCode: code })) : done());
    next.slow ? setTimeout(speak, next.slow) : speak();
  };
  const server = new SMTPServer({
    disabledCommands: options.user ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    allowInsecureAuth: true,
    onAuth(auth, _session, done) {
      const { user } = options;
      if (user && auth.username === user.name && auth.password === user.password)
        return done(null, { user: user.name });
      done(Object.assign(new Error("no"), { responseCode: 535 }));
    },
    onMailFrom: (_address, _session, done) => answer(next.mailFrom, done),
    onRcptTo: (_address, _session, done) => answer(next.rcpt, done),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map((r) => r.address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        if (next.silentAfterData) return;
        if (next.cutAfterData) {
          for (const connection of (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> })
            .connections)
            connection._socket.destroy();
          return;
        }
        answer(next.data, done);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;
  const login = options.user ? `${options.user.name}:${options.user.password}@` : "";
  return {
    url: `smtp://${login}127.0.0.1:${port}`,
    mails,
    behave: (how) => {
      next = how;
    },
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
