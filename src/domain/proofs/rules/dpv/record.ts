/**
 * The record of one person for one purpose as DPV 2.3 JSON-LD against the 27560 profile (PROOF 1): what the events say, and
 * beside it what the institution says of itself. A pure view: the same events and settings give the same bytes. It is made
 * for other programs to read; evidence are the events, whose exact bytes the log commits to.
 */
import { type Catalogue, entitiesPart, processPart, purposePart } from "./catalogue.ts";
import type { Node } from "./context.ts";
import { statedRecord } from "./stated.ts";
import type { Statement } from "./statement.ts";

/** Makes it. Throws where the events are not those of one record. */
export function recordView(events: readonly Statement[], catalogue: Catalogue): Node {
  const stated = statedRecord(events);
  const processes = stated["dpv:hasProcess"] as { "dpv:hasPurpose": { "dct:identifier": string }[] }[];
  return {
    ...stated,
    "dpv:hasProcess": processes.map((process) => {
      const [named] = process["dpv:hasPurpose"];
      const purpose = catalogue.purposes.find(({ slug }) => slug === named?.["dct:identifier"]);
      if (!purpose) return process;
      return {
        ...process,
        "dpv:hasPurpose": [{ ...named, ...purposePart(purpose) }],
        ...processPart(catalogue, purpose),
      };
    }),
    "dpv:hasEntity": entitiesPart(catalogue),
  };
}
