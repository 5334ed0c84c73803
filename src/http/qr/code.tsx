/** A QR code as an SVG of the page itself: dark on white in both colour schemes, with the quiet zone that readers need. */
import { qrModules } from "./matrix.ts";

const QUIET = 4;

/** `label` says what the code leads to; whoever cannot see it has the same as text beside it. */
export function QrCode(p: { text: string; label: string }) {
  const modules = qrModules(p.text);
  const side = modules.length + 2 * QUIET;
  const path = modules
    .flatMap((row, y) => row.map((on, x) => (on ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")))
    .join("");
  return (
    <svg class="desk-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={p.label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
