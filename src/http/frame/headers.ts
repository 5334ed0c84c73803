/**
 * The security headers of every answer. Pages bring no style, script or font of their own and load nothing from
 * elsewhere, so the policy can be this strict. `same-origin` as referrer policy keeps tokens in addresses from other sites
 * and still lets browsers send an Origin with our forms (with `no-referrer` it would be `null`, and csrf would refuse).
 */
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { PublicEnv } from "../env.ts";

const self = ["'self'"];
const none = ["'none'"];
const always = {
  contentSecurityPolicy: {
    defaultSrc: none,
    styleSrc: self,
    fontSrc: self,
    imgSrc: ["'self'", "data:"],
    scriptSrc: self,
    connectSrc: self,
    formAction: self,
    frameAncestors: none,
    baseUri: none,
  },
  referrerPolicy: "same-origin",
  xFrameOptions: "DENY",
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
};

/** Headers for this origin: HSTS only where people reach us over https, without other hosts of the domain. */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  return secureHeaders({
    ...always,
    // Only the two doors below set a header of their own.
    overwrite: false,
    strictTransportSecurity: publicUrl.startsWith("https:") ? "max-age=31536000" : false,
  });
}

/**
 * A mail shown as it will arrive: its inline styles hold, and nothing in it runs, sends, loads or opens. Only pages of
 * this origin may frame it. Stands before the route that answers with a mail's HTML.
 */
export const mailInFrame: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
  );
  c.res.headers.set("X-Frame-Options", "SAMEORIGIN");
};

/** The same for a mail with pictures of ours; `?view=plain` shows it as readers see it whose program loads none. */
export const issueInFrame: MiddlewareHandler<PublicEnv> = async (c, next) => {
  await mailInFrame(c, next);
  const policy = c.res.headers.get("Content-Security-Policy") ?? "";
  const pictures = `${new URL(c.req.url).origin} ${new URL(c.var.deps.config.publicUrl).origin}`;
  if (c.req.query("view") !== "plain")
    c.res.headers.set("Content-Security-Policy", policy.replace("img-src data:", `img-src data: ${pictures}`));
};

/** A page that frames such a mail: the usual policy, and frames of this origin. */
export const framesMail: MiddlewareHandler = async (c, next) => {
  await next();
  const { contentSecurityPolicy: policy } = always;
  const text = Object.entries({ ...policy, frameSrc: self }).map(
    ([name, sources]) => `${name.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`)} ${sources.join(" ")}`,
  );
  c.res.headers.set("Content-Security-Policy", text.join("; "));
};

/** For pages that speak of one person: kept by no cache and no search engine. Stands before the doors that need it. */
export const privatePage: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set("Cache-Control", "no-store");
  c.res.headers.set("X-Robots-Tag", "noindex");
};
