/** The call of a web address on Node: real servers on this machine. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { callWeb } from "../../../../src/delivery/call.ts";
import { createNodeCall } from "../../../../src/runtime/node/web/call.ts";

async function server(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  await new Promise<void>((ready) => made.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void made.close());
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const CALLS = { node: createNodeCall(true), fetch: callWeb };

it.each(Object.entries(CALLS))(
  "%s: hands the text over, follows no redirect, says why it was not taken",
  async (_, call) => {
    const got: { method?: string | undefined; path?: string | undefined; type?: string | undefined; text: string }[] =
      [];
    const url = await server((request, response) => {
      let text = "";
      request.on("data", (part) => {
        text += part;
      });
      request.on("end", () => {
        got.push({ method: request.method, path: request.url, type: request.headers["content-type"], text });
        if (request.url === "/moved") response.writeHead(302, { Location: "/hook" }).end();
        else response.writeHead(request.url === "/hook" ? 204 : 500).end();
      });
    });
    expect(await call(`${url}/hook`, '{"code":"test"}')).toBeUndefined();
    expect(got).toEqual([{ method: "POST", path: "/hook", type: "application/json", text: '{"code":"test"}' }]);
    expect(await call(`${url}/moved`, "{}")).toBe("webhook.redirected");
    expect(await call(`${url}/broken`, "{}")).toBe("webhook.refused");
    expect(got).toHaveLength(3);
    expect(await call("http://127.0.0.1:1/x", "{}")).toBe("webhook.no_answer");
    expect(await call("http://no-such-name.invalid/x", "{}")).toBe("webhook.no_answer");
  },
);

it("in production a name that resolves to this machine is not called", async () => {
  const calls: string[] = [];
  const url = await server((request, response) => {
    calls.push(request.url ?? "");
    response.end();
  });
  const named = url.replace("127.0.0.1", "localhost");
  expect(await createNodeCall(false)(`${named}/x`, "{}")).toBe("webhook.inside");
  expect(await createNodeCall(true)(`${named}/x`, "{}")).toBeUndefined();
  expect(calls).toEqual(["/x"]);
});
