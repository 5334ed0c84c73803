/** Listens on Node: assets from .build/assets, everything else from the app; ends in order on SIGINT and SIGTERM. */
import type { Server } from "node:http";
import { serve as listen, type ServerType } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { createApp } from "../../app.ts";

const HASHED = /\.[0-9a-f]{8,}\./;

/** The assets in front of the app. Names that hold a hash never change their content. */
export function withAssets(app: ReturnType<typeof createApp>, root = ".build/assets") {
  const outer = new Hono();
  outer.use(
    "/assets/*",
    serveStatic({
      root,
      rewriteRequestPath: (path) => path.replace(/^\/assets/, ""),
      precompressed: true,
      onFound: (path, c) => {
        c.header("Cache-Control", HASHED.test(path) ? "public, max-age=31536000, immutable" : "public, max-age=300");
        c.header("X-Content-Type-Options", "nosniff");
      },
    }),
  );
  outer.all("*", (c) => {
    // The address of the connection, as Cloudflare would name it. Whatever a client claims is thrown away.
    const { address } = getConnInfo(c).remote;
    const headers = new Headers(c.req.raw.headers);
    headers.delete("CF-Connecting-IP");
    if (address) headers.set("CF-Connecting-IP", address);
    return app.fetch(new Request(c.req.raw, { headers }), c.env);
  });
  return outer;
}

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
