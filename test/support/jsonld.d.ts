/** The little of jsonld 9 that tests use; the package brings no types. */
declare module "jsonld" {
  export interface Options {
    safe?: boolean;
    documentLoader?: (url: string) => Promise<never>;
    format?: string;
  }
  const jsonld: {
    expand(document: unknown, options: Options): Promise<unknown[]>;
    toRDF(document: unknown, options: Options): Promise<string>;
  };
  export default jsonld;
}
