import { get } from "./request.ts";

/** What a page must know of the installation before anybody signs in. */
export interface Site {
  /** A demonstration with invented people. */
  demo: boolean;
  /** Whether it has telephones. */
  voice: boolean;
}

export async function readSite(): Promise<Site> {
  return get("/site");
}
