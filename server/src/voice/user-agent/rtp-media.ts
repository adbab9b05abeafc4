import { randomInt } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { encodeAlaw, FRAME, PCMA } from "./g711.ts";
import { HeardKeys } from "./heard-keys.ts";
import { HeardSound } from "./heard-sound.ts";
import type { RemoteMedia } from "./sdp.ts";

const FRAME_MS = 20;
const SILENT_FRAME = encodeAlaw(new Int16Array(FRAME));
const KEYS = "0123456789*#ABCD";

export interface KeyTiming {
  /** How long each key is held down. */
  readonly toneMs?: number;
  /** Silence between two keys. */
  readonly gapMs?: number;
}

interface PressedKey {
  readonly event: number;
  /** Frames still to send; counts down. */
  left: number;
  /** In samples, so far. */
  duration: number;
  /** RTP timestamp at which the key went down: the same in all its packets. */
  timestamp: number;
  readonly released: () => void;
}

/** Sound of one call leg: sends a packet every 20 ms as a telephone does, keeps everything it hears. */
export class RtpMedia {
  readonly heard = new HeardSound();
  readonly heardKeys = new HeardKeys();
  readonly #socket: Socket;
  #remote: RemoteMedia | undefined;
  #timer: NodeJS.Timeout | undefined;
  #nextAtMs = 0;
  #sequence = randomInt(0x8000);
  #timestamp = randomInt(0x7fffffff);
  readonly #ssrc = randomInt(0x7fffffff);
  #sound: { samples: Int16Array; at: number; loop: boolean; done: () => void } | undefined;
  readonly #keys: PressedKey[] = [];
  #sent = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("message", (packet) => {
      this.heard.add(packet, performance.now());
      this.heardKeys.add(packet);
    });
    socket.on("error", () => undefined); // the other side closed its port first: nothing to tell
  }

  static async open(host: string): Promise<RtpMedia> {
    const socket = createSocket("udp4");
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.bind({ address: host, port: 0 }, () => resolve());
    });
    return new RtpMedia(socket);
  }

  get port(): number {
    return this.#socket.address().port;
  }

  get packetsSent(): number {
    return this.#sent;
  }

  /** From here on packets go there; may change during the call. */
  connect(remote: RemoteMedia): void {
    this.#remote = remote;
    if (this.#timer) return;
    this.#nextAtMs = performance.now();
    this.#tick();
  }

  /** Resolves when the last sample was sent, or something else took its place. */
  play(samples: Int16Array, { loop = false }: { loop?: boolean } = {}): Promise<void> {
    this.#sound?.done();
    return new Promise((done) => {
      this.#sound = { samples, at: 0, loop, done };
    });
  }

  quiet(): void {
    this.#sound?.done();
    this.#sound = undefined;
  }

  /** Resolves when the last key is up again. */
  async press(keys: string, { toneMs = 100, gapMs = 80 }: KeyTiming = {}): Promise<void> {
    for (const key of keys.toUpperCase()) {
      const event = KEYS.indexOf(key);
      if (event < 0) throw new Error(`"${key}" is not a key of a telephone`);
      await new Promise<void>((released) => {
        const left = Math.max(2, Math.round(toneMs / FRAME_MS));
        this.#keys.push({ event, left, duration: 0, timestamp: -1, released });
      });
      await new Promise((resolve) => setTimeout(resolve, gapMs));
    }
  }

  /** No packet leaves any more, as when its program was killed. */
  fallSilent(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sound?.done();
    for (const key of this.#keys.splice(0)) key.released();
  }

  close(): void {
    this.fallSilent();
    this.#socket.close();
  }

  /** The next packet is due 20 ms after the one before was due, not after it was sent: no drift. */
  #tick(): void {
    this.#sendFrame();
    this.#timestamp = (this.#timestamp + FRAME) >>> 0;
    this.#nextAtMs += FRAME_MS;
    this.#timer = setTimeout(() => this.#tick(), Math.max(0, this.#nextAtMs - performance.now()));
  }

  #sendFrame(): void {
    const remote = this.#remote;
    if (!remote) return;
    const key = this.#keys[0];
    if (key) this.#sendKey(key, remote);
    else if (remote.direction === "sendrecv" || remote.direction === "recvonly") {
      this.#send({
        payload: PCMA,
        marker: this.#sent === 0,
        timestamp: this.#timestamp,
        body: this.#frame(),
      });
    }
  }

  /**
   * RFC 4733 section 2.5: one timestamp for the whole press, growing duration, marker on the first packet, the end
   * packet three times. No sound goes out meanwhile, as from a real telephone.
   */
  #sendKey(key: PressedKey, { keysPayload: payload }: RemoteMedia): void {
    const marker = key.timestamp < 0;
    if (marker) key.timestamp = this.#timestamp;
    key.duration += FRAME;
    key.left -= 1;
    const body = Buffer.from([
      key.event,
      key.left === 0 ? 0x8a : 0x0a,
      key.duration >> 8,
      key.duration & 0xff,
    ]);
    const times = key.left === 0 ? 3 : 1;
    for (let i = 0; i < times; i += 1) this.#send({ payload, marker, timestamp: key.timestamp, body });
    if (key.left > 0) return;
    this.#keys.shift();
    key.released();
  }

  #frame(): Buffer {
    const sound = this.#sound;
    if (!sound) return SILENT_FRAME;
    const frame = new Int16Array(FRAME);
    frame.set(sound.samples.subarray(sound.at, sound.at + FRAME));
    sound.at += FRAME;
    if (sound.at >= sound.samples.length) {
      sound.at = 0;
      if (!sound.loop) this.quiet();
    }
    return encodeAlaw(frame);
  }

  #send(packet: { payload: number; marker: boolean; timestamp: number; body: Buffer }): void {
    if (!this.#remote) return;
    const head = Buffer.alloc(12);
    head[0] = 0x80;
    head[1] = (packet.marker ? 0x80 : 0) | packet.payload;
    this.#sequence = (this.#sequence + 1) & 0xffff;
    head.writeUInt16BE(this.#sequence, 2);
    head.writeUInt32BE(packet.timestamp >>> 0, 4);
    head.writeUInt32BE(this.#ssrc, 8);
    this.#sent += 1;
    this.#socket.send(Buffer.concat([head, packet.body]), this.#remote.port, this.#remote.host);
  }
}
