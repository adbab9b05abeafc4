import { KEYS_PAYLOAD } from "./sdp.ts";

const KEYS = "0123456789*#ABCD";
const END = 0x80;

/** Keys that the other side pressed (RFC 4733): each counts once, at the first of its end packets. */
export class HeardKeys {
  #keys = "";
  #lastTimestamp: number | undefined;

  get all(): string {
    return this.#keys;
  }

  add(packet: Buffer): void {
    const body = packet.subarray(12 + 4 * ((packet[0] ?? 0) & 15));
    if (packet.length < 16 || ((packet[1] ?? 0) & 0x7f) !== KEYS_PAYLOAD || body.length < 4) return;
    const timestamp = packet.readUInt32BE(4);
    if (((body[1] ?? 0) & END) === 0 || timestamp === this.#lastTimestamp) return;
    this.#lastTimestamp = timestamp;
    this.#keys += KEYS[body[0] ?? 0] ?? "";
  }
}
