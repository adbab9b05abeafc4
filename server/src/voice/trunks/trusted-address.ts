import { BlockList, isIP } from "node:net";
import { asSystem, type Platform } from "../../platform/index.ts";
import { readTrunks } from "./store.ts";

/** This machine (browsers come in by it) and the addresses of the lines: a ban of them would cut off everybody. */
export async function isTrustedAddress(platform: Platform, address: string): Promise<boolean> {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  const trusted = new BlockList();
  trusted.addSubnet("127.0.0.0", 8, "ipv4");
  trusted.addAddress("::1", "ipv6");
  for (const { host, addresses } of await asSystem(platform, "voice", readTrunks)) {
    for (const known of host === null ? addresses : [...addresses, host]) add(trusted, known);
  }
  return trusted.check(address, family);
}

/** An address or a network; the name of a host cannot be compared. */
function add(list: BlockList, known: string): void {
  const [address = "", prefix] = known.split("/");
  const version = isIP(address);
  if (version === 0) return;
  const family = version === 6 ? "ipv6" : "ipv4";
  if (prefix === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(prefix), family);
}
