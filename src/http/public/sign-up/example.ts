/**
 * An example of what a list sends: an issue that was chosen for it and can be read by everybody. The one place that knows where
 * such an issue lies; until the public archive has one, a list shows none.
 */
import type { PublicContext } from "../../env.ts";

export interface Example {
  /** Address of the issue, a path of ours. */
  href: string;
  title: string;
}

/** The examples of these lists, by list id. */
export async function examplesOf(
  _c: PublicContext,
  _listIds: readonly string[],
): Promise<ReadonlyMap<string, Example>> {
  return new Map();
}
