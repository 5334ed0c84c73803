/** Takes the one published time stamp of a running house as a stranger does, and believes it by the authority's root. */
import { sha256 } from "@noble/hashes/sha2.js";
import { expect } from "vitest";
import { verifyTimeStamp } from "../../src/domain/time-stamps/rules/verify.ts";
import type { FakeTsa } from "../fakes/tsa.ts";
import { until } from "./until.ts";

export async function publishedStamp(url: string, tsa: FakeTsa): Promise<void> {
  const stamp = await until("the stamp", async () => {
    const { stamps } = (await (await fetch(`${url}/log/time-stamps`)).json()) as { stamps: { files: string[] }[] };
    return stamps[0];
  });
  const fetched = async (ending: string) => {
    const answer = await fetch(`${url}${stamp.files.find((file) => file.endsWith(ending))}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const imprint = sha256(await fetched(".checkpoint"));
  const anchors = [{ certificate: tsa.authority.root.der }];
  const papers = [{ kind: "crl" as const, der: await fetched(".crl") }];
  expect(await verifyTimeStamp(await fetched(".tsr"), { imprint, anchors, papers })).toMatchObject({
    valid: true,
    authority: "Test time stamps, Paraugs",
  });
}
