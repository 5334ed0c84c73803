/** The page that hands out the verifier: the exact bytes of the file in every bundle, their hash beside them, and a policy of its own. */
import { sha256 } from "@noble/hashes/sha2.js";
import { describe, expect, it } from "vitest";
import { verifierFiles } from "../../../src/domain/proofs/rules/verifier/files.ts";
import { hex } from "../../../src/platform/encoding.ts";
import { askedPeople, wordsOf } from "./asked.ts";

describe("/log/verify", () => {
  it("shows the hash of the very bytes it hands out, and the keys of the log to compare", async () => {
    const { world } = await askedPeople(["anna@pasts.example"]);
    const page = await (await world.request("/log/verify?lang=lv")).text();
    const file = new Uint8Array(await (await world.request("/log/verify.html")).arrayBuffer());
    const hash = hex(sha256(file));
    expect(hash).toBe(verifierFiles().html.sha256);
    expect(wordsOf(page).replaceAll(" ", "")).toContain(hash);
    const [key] = (await world.rows("SELECT vkey FROM log_key")) as { vkey: string }[];
    expect(wordsOf(page)).toContain(key?.vkey);
    expect(page).not.toMatch(/\sstyle=|<script(?![^>]*src=)/);
    expect(await (await world.request("/log/verify?lang=en")).text()).toContain("Check a proof");
  });

  it("runs nothing but its own two scripts, by their hash, and reaches nobody", async () => {
    const { world } = await askedPeople(["anna@pasts.example"]);
    const answer = await world.request("/log/verify.html");
    const policy = answer.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+' 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:;/,
    );
    expect(policy).not.toMatch(/unsafe|connect-src|http|self/);
    expect(await answer.text()).toContain(`content="${policy.replace("; frame-ancestors 'none'", "")}"`);
    const etag = answer.headers.get("ETag") ?? "";
    expect((await world.request("/log/verify.html", { headers: { "If-None-Match": etag } })).status).toBe(304);
  });
});
