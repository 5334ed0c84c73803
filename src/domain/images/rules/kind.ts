/** What is known of a picture once its bytes have been read. */
export type PictureType = "png" | "jpeg" | "gif";

export interface Picture {
  type: PictureType;
  /** Pixels, as it is shown (a turned photograph has its sides changed). */
  width: number;
  height: number;
  /** Of the picture itself; whatever stood between or after is gone. */
  bytes: Uint8Array;
}
