import { decodeAlaw, PCMA, RATE } from "./g711.ts";

interface HeardPacket {
  /** performance.now() */
  readonly atMs: number;
  /** First sample, and how many. */
  readonly at: number;
  readonly length: number;
}

/** What came in by RTP, laid out in time: lost packets and pauses are silence. */
export class HeardSound {
  #samples = new Int16Array(RATE * 10);
  #length = 0;
  #source: { ssrc: number; firstTimestamp: number; offset: number } | undefined;
  #firstAtMs: number | undefined;
  #packets = 0;
  readonly #arrivals: HeardPacket[] = [];

  /** performance.now() of the first packet; undefined while nothing came. */
  get firstAtMs(): number | undefined {
    return this.#firstAtMs;
  }

  get packets(): number {
    return this.#packets;
  }

  /** When each packet came and where its sound lies, in the order of their coming. */
  get arrivals(): readonly HeardPacket[] {
    return this.#arrivals;
  }

  get samples(): Int16Array {
    return this.#samples.subarray(0, this.#length);
  }

  last(milliseconds: number): Int16Array {
    return this.#samples.subarray(Math.max(0, this.#length - (milliseconds * RATE) / 1000), this.#length);
  }

  add(packet: Buffer, nowMs: number): void {
    if (packet.length < 13 || ((packet[1] ?? 0) & 0x7f) !== PCMA) return;
    this.#packets += 1;
    this.#firstAtMs ??= nowMs;
    const first = packet[0] ?? 0;
    const extension = first & 0x10 ? 4 + 4 * packet.readUInt16BE(12 + 4 * (first & 15) + 2) : 0;
    const sound = decodeAlaw(packet.subarray(12 + 4 * (first & 15) + extension));
    const at = this.#place(packet.readUInt32BE(4), packet.readUInt32BE(8), nowMs - this.#firstAtMs);
    if (at < 0) return;
    this.#arrivals.push({ atMs: nowMs, at, length: sound.length });
    this.#reserve(at + sound.length);
    this.#samples.set(sound, at);
    this.#length = Math.max(this.#length, at + sound.length);
  }

  /** By the sender's own clock; a new sender, or a jump of its clock, starts again at the time that it is here. */
  #place(timestamp: number, ssrc: number, sinceFirstMs: number): number {
    const arrived = Math.round((sinceFirstMs * RATE) / 1000);
    const known = this.#source?.ssrc === ssrc ? this.#source : undefined;
    const at = known ? known.offset + ((timestamp - known.firstTimestamp) | 0) : arrived;
    if (known && Math.abs(at - arrived) < RATE) return at;
    this.#source = { ssrc, firstTimestamp: timestamp, offset: arrived };
    return arrived;
  }

  #reserve(length: number): void {
    if (length <= this.#samples.length) return;
    const larger = new Int16Array(length * 2);
    larger.set(this.#samples);
    this.#samples = larger;
  }
}
