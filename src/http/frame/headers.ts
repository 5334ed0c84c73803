/**
 * The security headers of every answer. Pages bring no style, script or font of their own and load nothing from
 * elsewhere, so the policy can be this strict. `same-origin` as referrer policy keeps tokens in addresses from other sites
 * and still lets browsers send an Origin with our forms (with `no-referrer` it would be `null`, and csrf would refuse).
 */
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

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
    strictTransportSecurity: publicUrl.startsWith("https:") ? "max-age=31536000" : false,
  });
}

/** For pages that speak of one person: kept by no cache and no search engine. Stands before the doors that need it. */
export const privatePage: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set("Cache-Control", "no-store");
  c.res.headers.set("X-Robots-Tag", "noindex");
};
