import { MPEGDecoder } from "mpg123-decoder";
import { BadAudio } from "./bad-audio.ts";
import { mixDown, type Pcm } from "./pcm.ts";

const PIECE_BYTES = 65_536;
/** More broken frames than this share, and the file is damaged rather than oddly ended. */
const MOST_BROKEN = 0.1;

export function isMp3(file: Buffer): boolean {
  const frameSync = file.length > 2 && file[0] === 0xff && ((file[1] ?? 0) & 0xe0) === 0xe0;
  return frameSync || file.toString("latin1", 0, 3) === "ID3";
}

/** Decoded piece by piece, so that a small file that is hours long is refused before it fills the memory. */
export async function readMp3(file: Buffer, mostSeconds: number): Promise<Pcm> {
  const decoder = new MPEGDecoder({ enableGapless: true });
  await decoder.ready;
  try {
    return decodePieces(decoder, file, mostSeconds);
  } finally {
    decoder.free();
  }
}

function decodePieces(decoder: MPEGDecoder, file: Buffer, mostSeconds: number): Pcm {
  const pieces: Float32Array[] = [];
  let [length, sampleRate, frames, broken] = [0, 0, 0, 0];
  for (let at = 0; at < file.length; at += PIECE_BYTES) {
    const piece = decoder.decode(file.subarray(at, at + PIECE_BYTES));
    frames += Math.ceil(piece.samplesDecoded / 1152);
    broken += piece.errors.length;
    if (piece.samplesDecoded === 0) continue;
    if (sampleRate !== 0 && piece.sampleRate !== sampleRate) throw damaged();
    sampleRate = piece.sampleRate;
    pieces.push(mixDown(piece.channelData, sampleRate).samples);
    length += piece.samplesDecoded;
    if (length > mostSeconds * sampleRate) {
      throw new BadAudio(`The sound is longer than ${mostSeconds} seconds; cut it`);
    }
  }
  if (length === 0 || broken > Math.max(1, frames * MOST_BROKEN)) throw damaged();
  return { samples: joined(pieces, length), sampleRate };
}

function joined(pieces: readonly Float32Array[], length: number): Float32Array {
  const samples = new Float32Array(length);
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece.subarray(0, length - at), at);
    at += piece.length;
  }
  return samples;
}

function damaged(): BadAudio {
  return new BadAudio("The MP3 file is damaged; export it again, as MP3 or WAV");
}
