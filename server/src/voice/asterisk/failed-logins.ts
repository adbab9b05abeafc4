import { connect, type Socket } from "node:net";
import type { AsteriskInstance } from "./supervise.ts";
import { GUARD_USER } from "./write-config.ts";

/** Both prove that the sender got our challenge (RFC 7616): nobody can forge them in another's name. */
const FAILURES = new Set(["ChallengeResponseFailed", "InvalidPassword"]);
const AGAIN_AFTER_MS = 2_000;

/** Tells the address of each SIP login that failed, as Asterisk's manager interface reports them; connects again by itself. */
export function hearFailedLogins(
  manager: () => AsteriskInstance["manager"],
  onFailure: (address: string) => void,
): () => void {
  let socket: Socket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const open = (): void => {
    const { port, secret } = manager();
    let received = "";
    socket = connect({ port, host: "127.0.0.1" });
    socket.unref().setEncoding("utf8");
    socket.on("error", () => socket?.destroy()); // Asterisk is being started again: "close" comes next
    socket.on("close", () => {
      if (!closed) timer = setTimeout(open, AGAIN_AFTER_MS).unref();
    });
    socket.on("data", (text: string) => {
      const blocks = `${received}${text}`.split("\r\n\r\n");
      received = blocks.pop() ?? "";
      for (const block of blocks) {
        const address = failedAddress(block);
        if (address !== undefined) onFailure(address);
      }
    });
    socket.write(`Action: Login\r\nUsername: ${GUARD_USER}\r\nSecret: ${secret}\r\n\r\n`);
  };
  open();
  return () => {
    closed = true;
    clearTimeout(timer);
    socket?.destroy();
  };
}

/** "RemoteAddress: IPV4/UDP/198.51.100.7/5060" of a SIP login that failed. */
function failedAddress(block: string): string | undefined {
  const field = (name: string) => new RegExp(`^${name}: (.+)$`, "m").exec(block)?.[1]?.trim();
  if (field("Service") !== "PJSIP" || !FAILURES.has(field("Event") ?? "")) return undefined;
  return field("RemoteAddress")?.split("/")[2];
}
