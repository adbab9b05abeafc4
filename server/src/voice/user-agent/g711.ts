/** ITU-T G.711 A-law, payload type 8 (PCMA). */
export const PCMA = 8;
/** Samples in the 20 ms of one RTP packet at 8 kHz. */
export const FRAME = 160;
export const RATE = 8_000;

const DECODED = Int16Array.from({ length: 256 }, (_, code) => decodeOne(code));
const ENCODED = Uint8Array.from({ length: 65_536 }, (_, index) => encodeOne(index - 32_768));

export function decodeAlaw(bytes: Uint8Array): Int16Array {
  return Int16Array.from(bytes, (code) => DECODED[code] ?? 0);
}

export function encodeAlaw(samples: Int16Array): Buffer {
  return Buffer.from(Uint8Array.from(samples, (sample) => ENCODED[sample + 32_768] ?? 0));
}

function decodeOne(code: number): number {
  const bits = code ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = bits & 15;
  const magnitude = exponent === 0 ? (mantissa << 4) + 8 : ((mantissa << 4) + 0x108) << (exponent - 1);
  return bits & 0x80 ? magnitude : -magnitude;
}

function encodeOne(sample: number): number {
  const sign = sample >= 0 ? 0x80 : 0;
  const magnitude = Math.min(sample >= 0 ? sample : -sample - 1, 32_767) >> 3;
  const exponent = magnitude < 32 ? 0 : Math.floor(Math.log2(magnitude)) - 4;
  const mantissa = exponent === 0 ? magnitude >> 1 : magnitude >> exponent;
  return (sign | (exponent << 4) | (mantissa & 15)) ^ 0x55;
}
