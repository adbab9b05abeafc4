import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { WAV_HEADER_BYTES, wavHeader } from "../recordings/wav-format.ts";

const BYTES_PER_MS = 16;
const LONGEST_MS = 60_000;

/** Path without extension of a WAV of silence. ARI has no silence of a given length, and a `tone:` of zero volume would silence the recording's other side. */
export async function silenceFile(directory: string, ms: number): Promise<string> {
  const length = Math.min(LONGEST_MS, Math.max(20, Math.ceil(ms / 20) * 20));
  const path = join(directory, `silence-${length}`);
  const file = `${path}.wav`;
  if (existsSync(file)) return path;
  await mkdir(directory, { recursive: true });
  const bytes = Buffer.alloc(WAV_HEADER_BYTES + length * BYTES_PER_MS);
  wavHeader({ channels: 1, dataBytes: length * BYTES_PER_MS }).copy(bytes);
  const written = `${file}.${process.pid}`;
  await writeFile(written, bytes, { mode: 0o644 });
  await rename(written, file);
  return path;
}
