/** Listens on Node: assets from .build/site, everything else from the app; ends in order on SIGINT and SIGTERM. */
import type { Server } from "node:http";
import { serve as listen, type ServerType } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import type { createApp } from "../../app.ts";
import { devMailDoor } from "../../http/dev-mail/routes.tsx";
import type { Mailbox } from "../../platform/mailbox.ts";
import type { Traffic } from "./traffic.ts";

/**
 * The built files in front of the app (their names hold the hash of their content), and in development the captured
 * mailbox. `traffic` is told of every request to the app.
 */
export function withAssets(
  app: ReturnType<typeof createApp>,
  { mailbox, traffic }: { mailbox?: Mailbox | undefined; traffic: Traffic },
) {
  const outer = new Hono();
  outer.use(
    "/assets/*",
    serveStatic({
      root: ".build/site",
      precompressed: true,
      onFound: (_path, c) => {
        c.header("Cache-Control", "public, max-age=31536000, immutable");
        c.header("X-Content-Type-Options", "nosniff");
      },
    }),
  );
  outer.use(compressed);
  if (mailbox) outer.route("/", devMailDoor(mailbox));
  outer.all("*", (c) => traffic.during(async () => app.fetch(c.req.raw, c.env)));
  return outer;
}

const gzip = compress({ contentTypeFilter: /^text\/(?:html|css)/ });

/**
 * Pages that are the same for everybody go out compressed; on Cloudflare the edge does that. What speaks of one person is
 * `no-store`, and stays as it is: its length would tell of what stands in it (the attack known as BREACH).
 */
const compressed: MiddlewareHandler = async (c, next) => {
  await next();
  if (/\bno-store\b/.test(c.res.headers.get("Cache-Control") ?? "")) return;
  await gzip(c, async () => {});
};

/** Starts to listen. Throws a plain sentence if the port is taken. */
export function startServer(fetch: Hono["fetch"], at: { port: number; hostname: string }): Promise<ServerType> {
  return new Promise((ready, failed) => {
    const server = listen({ fetch, ...at }, () => ready(server));
    server.once("error", (error: NodeJS.ErrnoException) =>
      failed(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${at.port} is taken by another program. Choose another one: PORT=${at.port + 1} npm start`)
          : error,
      ),
    );
  });
}

/** Stops taking connections and waits for those that are open, `ms` at most. */
export function stopServer(server: ServerType, ms: number): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(() => (server as Server).closeAllConnections(), ms);
    server.close(() => {
      clearTimeout(late);
      done();
    });
    (server as Server).closeIdleConnections();
  });
}
