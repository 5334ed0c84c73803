/** The parts that staff pages are made of (LOOK-DESK): one import for pages, one small file per family. */
export * from "./parts/acts.tsx";
export * from "./parts/choices.tsx";
export * from "./parts/facts.tsx";
export * from "./parts/fields.tsx";
export * from "./parts/figures.tsx";
export * from "./parts/problems.tsx";
export * from "./parts/states.tsx";
export * from "./parts/tables.tsx";
