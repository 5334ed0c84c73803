/**
 * One connection to the SMTP server, over nodemailer's SMTPConnection: opened, signed in, used for one mail after another.
 * What the server says ends here: only codes leave this file. A line that is killed sends nothing any more.
 */
import { Readable } from "node:stream";
import type { NodemailerError } from "nodemailer";
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import { statusIn } from "../../../domain/messages/rules/bounce.ts";
import type { Fault } from "./verdict.ts";

export interface LineSettings {
  connection: SMTPConnectionOptions;
  login: { user: string; pass: string } | undefined;
  /** Milliseconds to open and sign in. */
  openMs: number;
}

/** `fault`: undefined where the server took the mail. `flowed`: bytes of the message may have reached it. */
export interface Sent {
  fault: Fault | undefined;
  flowed: boolean;
}

export interface Line {
  /** Mails that were tried over it. */
  readonly uses: number;
  readonly alive: boolean;
  /** One recipient, one transaction. Never rejects. */
  send(envelope: { from: string; to: string }, message: Buffer): Promise<Sent>;
  /** Forgets a transaction that was refused half-way (RFC 5321 §4.1.1.5). */
  reset(): Promise<void>;
  /** Takes leave. */
  quit(): void;
  /** Cuts it: what is under way ends at once. */
  kill(): void;
}

/** Opens a line. `onEnd` is told once, when a line that was open is no more. */
export function openLine(settings: LineSettings, onEnd: (line: Line) => void): Promise<Line | Fault> {
  const connection = new SMTPConnection({ ...settings.connection });
  let fault: Fault | undefined;
  let end: (fault: Fault) => void = () => {};
  connection.on("error", (error: NodemailerError) => {
    fault ??= factsOf(error);
  });
  // The answer to the mail under way comes after this event, where there is one.
  connection.once("end", () => setImmediate(() => end(fault ?? {})));
  return new Promise((done) => {
    const late = setTimeout(() => connection.close(), settings.openMs);
    const failed = (error: NodemailerError) => {
      fault ??= factsOf(error);
      connection.close();
    };
    const ready = () => {
      clearTimeout(late);
      const line = lineOver(connection, (inform) => {
        end = (why) => {
          inform(why);
          onEnd(line);
        };
      });
      done(line);
    };
    end = (why) => {
      clearTimeout(late);
      done(why);
    };
    connection.connect((error) => {
      if (error) return failed(error as NodemailerError);
      if (!settings.login) return ready();
      // A server that offers no AUTH would take the mail as a stranger's, or refuse it with a misleading word.
      if (!connection.allowsAuth) return failed(Object.assign(new Error("no AUTH"), { code: "ENOAUTH" as const }));
      connection.login({ ...settings.login }, (refused) => (refused ? failed(refused as NodemailerError) : ready()));
    });
  });
}

function lineOver(connection: SMTPConnection, onLost: (inform: (fault: Fault) => void) => void): Line {
  let uses = 0;
  let alive = true;
  let lost: (fault: Fault) => void = () => {};
  onLost((fault) => {
    alive = false;
    lost(fault);
  });
  return {
    get uses() {
      return uses;
    },
    get alive() {
      return alive && !connection.destroyed;
    },
    send({ from, to }, message) {
      uses += 1;
      return new Promise((done) => {
        let flowed = false;
        lost = (fault) => done({ fault, flowed });
        // Read only after the server's 354, so the first read is the moment from which nobody knows.
        const bytes = new Readable({
          read() {
            flowed = true;
            this.push(message);
            this.push(null);
          },
        });
        connection.send({ from, to: [to], size: message.length }, bytes, (error) =>
          done({ fault: error ? factsOf(error as NodemailerError) : undefined, flowed }),
        );
      });
    },
    reset() {
      return new Promise((done) => {
        lost = () => done();
        connection.reset((error) => {
          if (error) connection.close();
          done();
        });
      });
    },
    quit: () => connection.quit(),
    kill: () => connection.close(),
  };
}

function factsOf(error: NodemailerError & { originalCode?: string }): Fault {
  return {
    code: error.code,
    cause: error.originalCode,
    command: error.command,
    reply: error.responseCode || undefined,
    status: error.response ? statusIn(error.response) : undefined,
  };
}
