/**
 * Fake providers that repeat all they were told in everything they say: an HTTP service in the place of Resend, and an SMTP
 * server. For the search of what leaks; no real service is like that, all of them are a little.
 */
import { createServer as createHttp, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcp, type Socket } from "node:net";

/** How the HTTP service answers. `echo` is the whole request, as text. */
export type Spite = (echo: string, response: ServerResponse) => void;

export interface SpitefulService {
  readonly url: string;
  /** Requests so far. */
  readonly asked: number;
  answer(next: Spite): void;
  stop(): Promise<void>;
}

/** A JSON error with this status and name, and the request in its words, its headers and its status line. */
export const saying =
  (status: number, name = "application_error", headers: Record<string, string> = {}): Spite =>
  (echo, response) => {
    const plain = echo.replace(/[^\x20-\x7e]/g, "?").slice(0, 4_000);
    response.writeHead(status, plain.slice(0, 400), {
      "content-type": "application/json",
      "x-echo": plain,
      ...headers,
    });
    response.end(JSON.stringify({ statusCode: status, name, message: echo, errors: [{ index: 0, message: echo }] }));
  };

export async function startSpitefulService(): Promise<SpitefulService> {
  let next: Spite = saying(500);
  let asked = 0;
  const server = createHttp((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      asked++;
      next(Buffer.concat(chunks).toString("utf8"), response);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get asked() {
      return asked;
    },
    answer: (spite) => {
      next = spite;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** At which command the SMTP server says no, and how; "end": after the message. A word instead of a code cuts the line. */
export interface SmtpSpite {
  at: "connect" | "EHLO" | "MAIL" | "RCPT" | "DATA" | "end";
  say: string;
}

/** `{echo}` in its words becomes all it has heard so far on this line. */
export async function startSpitefulSmtp(
  spite: SmtpSpite,
): Promise<{ url: string; heard(): number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  let heard = 0;
  const server = createTcp((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    let echo = "";
    let inData = false;
    let rest = "";
    const say = (at: SmtpSpite["at"], otherwise: string) => {
      if (at !== spite.at) return socket.write(otherwise);
      heard++;
      const words = spite.say.replaceAll("{echo}", echo.replace(/[^\x20-\x7e]+/g, " ").slice(0, 400));
      return /^\d{3}/.test(words) ? socket.write(`${words}\r\n`) : socket.end(words);
    };
    say("connect", "220 spite.test ESMTP\r\n");
    socket.on("data", (chunk) => {
      echo += chunk.toString("latin1");
      rest += chunk.toString("latin1");
      for (;;) {
        const end = rest.indexOf(inData ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const line = rest.slice(0, end);
        rest = rest.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          say("end", "250 2.0.0 taken\r\n");
          continue;
        }
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === "EHLO" || verb === "HELO")
          say("EHLO", "250-spite.test\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n");
        else if (verb === "MAIL" || verb === "RCPT") say(verb, "250 2.1.0 ok\r\n");
        else if (verb === "DATA") {
          inData = spite.at !== "DATA";
          say("DATA", "354 go on\r\n");
        } else if (verb === "QUIT") socket.end("221 2.0.0 bye\r\n");
        else socket.write("250 2.0.0 ok\r\n");
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () => heard,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
