import type { AddressInfo } from "node:net";
import type { Http } from "../platform/index.ts";
import type { Closers } from "./closers.ts";
import type { VeraOptions } from "./options.ts";

/** Opens the web; returns the address to give to people. */
export async function listen(http: Http, options: VeraOptions, closers: Closers): Promise<string> {
  const { address, tls } = options.configuration;
  await http.app.listen({ host: address, port: options.httpPort });
  closers.add(() => http.app.close());
  const { port } = http.app.server.address() as AddressInfo;
  // Browsers take localhost, not 127.0.0.1 alone, for a place safe enough for the microphone; both work.
  const host = address === "0.0.0.0" || address === "::" ? "localhost" : address;
  return `${tls ? "https" : "http"}://${host}:${port}`;
}
