/**
 * Takes in a picture for mails and pages. Known by its own bytes, stored once under the SHA-256 of what is published: without
 * what a camera noted of place, time and person. Only staff sees it until a mail or the mark shows it (http/media.ts), and it goes if no text does.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { PICTURE, type PictureType, pictureProblem, readPicture } from "./rules/picture.ts";
import { imageWrite } from "./store.ts";

export interface Uploaded {
  /** Lies at `/media/<sha256>`. */
  sha256: string;
  type: PictureType;
  width: number;
  height: number;
  /** Octets, after cleaning. */
  size: number;
}

/** Stores it. Refuses what is no PNG, JPEG or GIF, what is too large, and what is too small to be seen. */
export async function uploadImage(deps: Deps, actor: Actor, input: { bytes: Uint8Array }): Promise<Uploaded | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const mb = PICTURE.octets / 1_000_000;
  // What a camera noted may be large; what is far beyond is not even read.
  if (input.bytes.length > PICTURE.octets * 4) return refuse("images.large", { values: { mb } });
  const picture = readPicture(input.bytes);
  if (!picture) return refuse("images.unknown");
  const problem = pictureProblem(picture);
  if (problem) return refuse(problem, { values: { mb, side: PICTURE.side, least: PICTURE.least } });
  const name = bytesToHex(sha256(picture.bytes));
  const row = { ...picture, sha256: name, by: actorLabel(actor), at: deps.clock.now() };
  await commit(deps, { change: [imageWrite(deps.db, row)], proof: [] });
  const { type, width, height } = picture;
  return { sha256: name, type, width, height, size: picture.bytes.length };
}
