import { BadAudio } from "./bad-audio.ts";

const LINEAR = 1;
const FLOAT = 3;
const A_LAW = 6;
const MU_LAW = 7;

/** The samples of a WAV's data chunk between -1 and 1, channels still interleaved. */
export function decodeSamples(body: Buffer, { code, bits }: { code: number; bits: number }): Float32Array {
  const read = readerOf(body, code, bits);
  const bytes = bits / 8;
  const samples = new Float32Array(Math.floor(body.length / bytes));
  for (let index = 0; index < samples.length; index += 1) samples[index] = read(index * bytes);
  return samples;
}

function readerOf(body: Buffer, code: number, bits: number): (at: number) => number {
  switch (`${code}/${bits}`) {
    case `${LINEAR}/8`:
      return (at) => (body.readUInt8(at) - 128) / 128;
    case `${LINEAR}/16`:
      return (at) => body.readInt16LE(at) / 32_768;
    case `${LINEAR}/24`:
      return (at) => body.readIntLE(at, 3) / 8_388_608;
    case `${LINEAR}/32`:
      return (at) => body.readInt32LE(at) / 2_147_483_648;
    case `${FLOAT}/32`:
      return (at) => finite(body.readFloatLE(at));
    case `${FLOAT}/64`:
      return (at) => finite(body.readDoubleLE(at));
    case `${A_LAW}/8`:
      return (at) => aLaw(body.readUInt8(at));
    case `${MU_LAW}/8`:
      return (at) => muLaw(body.readUInt8(at));
    default:
      throw new BadAudio(`WAV format ${code} with ${bits} bits is not supported; save it as 16-bit PCM`);
  }
}

function finite(sample: number): number {
  return Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0;
}

/** ITU-T G.711, A-law. */
function aLaw(byte: number): number {
  const value = byte ^ 0x55;
  const exponent = (value >> 4) & 7;
  const mantissa = ((value & 15) << 4) + 8;
  const size = exponent === 0 ? mantissa : (mantissa + 256) << (exponent - 1);
  return ((value & 128) === 0 ? -size : size) / 32_768;
}

/** ITU-T G.711, µ-law. */
function muLaw(byte: number): number {
  const value = ~byte & 255;
  const size = ((((value & 15) << 3) + 132) << ((value >> 4) & 7)) - 132;
  return ((value & 128) === 0 ? size : -size) / 32_768;
}
