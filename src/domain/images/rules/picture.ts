/**
 * A picture as it came: which of the three kinds it is by its own bytes (never by its name or what a browser says), its size, and
 * the same picture without what cameras and programs wrote into it: place, time, person, thumbnail, comments. Pictures of
 * people are published; what else a telephone notes of them is not. Pixels are not touched. Pure; never throws.
 */
import { Short } from "./bytes.ts";
import { readGif } from "./gif.ts";
import { readJpeg } from "./jpeg.ts";
import type { Picture, PictureType } from "./kind.ts";
import { readPng } from "./png.ts";

export type { Picture, PictureType };

/** A part of a mail is 600 pixels wide; twice that serves sharp screens. Larger sides only make readers wait. */
export const PICTURE = { octets: 2_000_000, side: 6_000, pixels: 24_000_000, least: 16 } as const;

const READERS = [readPng, readJpeg, readGif];

/** Reads it; undefined for what is none of the three, or is broken. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  for (const read of READERS) {
    try {
      const picture = read(bytes);
      if (picture) return picture;
    } catch (error) {
      if (!(error instanceof Short)) throw error;
      return undefined;
    }
  }
  return undefined;
}

/** Code of what is wrong with it, apart from its being no picture. A tiny one could only count its readers. */
export function pictureProblem({ width, height, bytes }: Picture): `images.${string}` | undefined {
  if (bytes.length > PICTURE.octets) return "images.large";
  if (width > PICTURE.side || height > PICTURE.side || width * height > PICTURE.pixels) return "images.sides";
  return width < PICTURE.least || height < PICTURE.least ? "images.tiny" : undefined;
}
