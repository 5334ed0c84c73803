/** One question whose answer is bytes, in both runtimes' ways: real servers on this machine. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { exchangeWeb } from "../../../../src/platform/exchange.ts";
import { createNodeExchange } from "../../../../src/runtime/node/web/exchange.ts";

async function server(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  await new Promise<void>((ready) => made.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    made.closeAllConnections();
    made.close();
  });
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const EXCHANGES = { node: createNodeExchange(true), fetch: exchangeWeb };

it.each(Object.entries(EXCHANGES))(
  "%s: brings the bytes, follows no redirect, stops at the size and the time",
  async (_, ask) => {
    const got: Record<string, unknown>[] = [];
    const url = await server((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk) => void chunks.push(chunk));
      request.on("end", () => {
        const { authorization, accept, "content-type": type } = request.headers;
        got.push({
          method: request.method,
          path: request.url,
          authorization,
          accept,
          type,
          body: Buffer.concat(chunks),
        });
        if (request.url === "/silent") return;
        if (request.url === "/moved") response.writeHead(302, { Location: "/" }).end();
        else if (request.url === "/large") response.end(Buffer.alloc(5_000));
        else if (request.url === "/cut") response.write("x", () => response.destroy());
        else response.writeHead(200, { "Content-Type": "Application/X; a=b" }).end(Buffer.from([1, 2, 255]));
      });
    });
    const common = { accept: "application/x", most: 4_000, ms: 5_000 };
    const body = { type: "application/y", bytes: new Uint8Array([0, 128]) };
    expect(await ask({ ...common, url: `${url}/a`, body, auth: "iestāde:x" })).toEqual({
      status: 200,
      type: "application/x",
      bytes: new Uint8Array([1, 2, 255]),
    });
    expect(got).toEqual([
      {
        method: "POST",
        path: "/a",
        authorization: `Basic ${Buffer.from("iestāde:x").toString("base64")}`,
        accept: "application/x",
        type: "application/y",
        body: Buffer.from([0, 128]),
      },
    ]);
    expect(await ask({ ...common, url: `${url}/b` })).toMatchObject({ status: 200 });
    expect(got[1]).toMatchObject({ method: "GET", authorization: undefined });
    expect(await ask({ ...common, url: `${url}/moved` })).toMatchObject({ status: 302 });
    expect(got.at(-1)).toMatchObject({ path: "/moved" });
    expect(await ask({ ...common, url: `${url}/large` })).toEqual({ code: "too_large" });
    expect(await ask({ ...common, url: `${url}/cut` })).toEqual({ code: "no_answer" });
    expect(await ask({ ...common, url: `${url}/silent`, ms: 50 })).toEqual({ code: "no_answer" });
    expect(await ask({ ...common, url: "http://127.0.0.1:1/x" })).toEqual({ code: "no_answer" });
    expect(await ask({ ...common, url: "http://no-such-name.invalid/x" })).toEqual({ code: "no_answer" });
  },
);

it("in production an address that strangers chose does not lead to this machine, by name or by number", async () => {
  const asked: string[] = [];
  const url = await server((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  const ask = createNodeExchange(false);
  const question = { accept: "*/*", most: 10, ms: 5_000, outside: true };
  expect(await ask({ ...question, url: `${url}/number` })).toEqual({ code: "inside" });
  expect(await ask({ ...question, url: `${url.replace("127.0.0.1", "localhost")}/name` })).toEqual({ code: "inside" });
  // An authority of the settings may stand inside.
  expect(await ask({ ...question, outside: false, url: `${url}/own` })).toMatchObject({ status: 200 });
  expect(asked).toEqual(["/own"]);
});
