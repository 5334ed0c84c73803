/**
 * The least that answers as a mail server does (RFC 5321, with PIPELINING of RFC 2920): takes every command and every
 * message at once, counts, keeps nothing.
 */
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { Sink, Taken } from "./outside.ts";

const END = Buffer.from("\r\n.\r\n");
const HELLO = "250-sink.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SIZE 52428800\r\n250 ENHANCEDSTATUSCODES\r\n";

export async function openSmtpSink(): Promise<Sink> {
  const taken: Taken = { mails: 0, bytes: 0, firstAt: 0 };
  const server = createServer({ noDelay: true }, (socket) => converse(socket, taken));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, taken };
}

function converse(socket: Socket, taken: Taken): void {
  let rest: Buffer = Buffer.alloc(0);
  let inData = false;
  socket.on("error", () => socket.destroy());
  socket.write("220 sink.test ESMTP\r\n");
  socket.on("data", (chunk: Buffer) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let answers = "";
    for (;;) {
      const at = inData ? rest.indexOf(END) : rest.indexOf("\r\n");
      if (at < 0) break;
      const length = at + (inData ? END.length : 2);
      if (inData) {
        taken.firstAt ||= Date.now();
        taken.mails += 1;
        taken.bytes += length;
        answers += "250 2.0.0 taken\r\n";
        inData = false;
      } else {
        const verb = rest.toString("latin1", 0, 4).toUpperCase();
        inData = verb === "DATA";
        answers += inData
          ? "354 go on\r\n"
          : verb === "EHLO"
            ? HELLO
            : verb === "QUIT"
              ? "221 2.0.0 bye\r\n"
              : "250 2.1.0 ok\r\n";
        if (verb === "QUIT") socket.end(answers);
      }
      rest = rest.subarray(length);
    }
    if (answers && socket.writable) socket.write(answers);
  });
}
