import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { Readable } from "node:stream";

/**
 * A file on disk in pieces of 64 KiB, each sealed by AES-256-GCM on its own, so that a player can seek.
 * Layout: 8 random bytes, then pieces (ciphertext + 16-byte tag). A piece's nonce is those 8 bytes and its number;
 * its associated data says whether it is the last one, so that a cut file is noticed.
 */
const PIECE = 65_536;
const TAG = 16;
const PREFIX = 8;

export interface Sealed {
  readonly sha256: string;
  readonly bytes: number;
}

/** Encrypts `body` into `path`, flushed to disk. Hash and size are those of the plain content. */
export async function seal(path: string, key: Buffer, body: Buffer | Readable): Promise<Sealed> {
  const file = await open(path, "wx", 0o600);
  try {
    const prefix = randomBytes(PREFIX);
    await file.write(prefix);
    const hash = createHash("sha256");
    let bytes = 0;
    let number = 0;
    for await (const { piece, last } of pieces(body)) {
      hash.update(piece);
      bytes += piece.length;
      await file.write(sealPiece({ key, prefix, number, last }, piece));
      number += 1;
    }
    await file.sync();
    return { sha256: hash.digest("hex"), bytes };
  } finally {
    await file.close();
  }
}

async function* pieces(body: Buffer | Readable): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let pending = Buffer.alloc(0);
  for await (const chunk of Buffer.isBuffer(body) ? [body] : body) {
    pending = Buffer.concat([pending, chunk as Buffer]);
    while (pending.length > PIECE) {
      yield { piece: pending.subarray(0, PIECE), last: false };
      pending = pending.subarray(PIECE);
    }
  }
  yield { piece: pending, last: true };
}

interface PieceKey {
  readonly key: Buffer;
  readonly prefix: Buffer;
  readonly number: number;
  readonly last: boolean;
}

function nonce({ prefix, number }: PieceKey): Buffer {
  const value = Buffer.alloc(PREFIX + 4);
  prefix.copy(value);
  value.writeUInt32BE(number, PREFIX);
  return value;
}

function sealPiece(piece: PieceKey, plain: Buffer): Buffer {
  const cipher = createCipheriv("aes-256-gcm", piece.key, nonce(piece)).setAAD(Buffer.of(piece.last ? 1 : 0));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openPiece(piece: PieceKey, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", piece.key, nonce(piece))
    .setAAD(Buffer.of(piece.last ? 1 : 0))
    .setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
}

export interface ByteRange {
  /** First byte, from 0. */
  readonly start: number;
  /** Last byte, included. */
  readonly end: number;
}

/** The plain bytes of a range, piece by piece. Throws where a piece was changed or the file was cut. */
export async function* unseal(path: string, key: Buffer, range: ByteRange): AsyncGenerator<Buffer> {
  const file = await open(path, "r");
  try {
    const { size } = await stat(path);
    const prefix = await readAt(file, 0, PREFIX);
    const lastPiece = Math.ceil((size - PREFIX) / (PIECE + TAG)) - 1;
    for (let number = Math.floor(range.start / PIECE); number <= Math.floor(range.end / PIECE); number += 1) {
      const at = PREFIX + number * (PIECE + TAG);
      const sealed = await readAt(file, at, Math.min(PIECE + TAG, size - at));
      const plain = openPiece({ key, prefix, number, last: number === lastPiece }, sealed);
      yield plain.subarray(Math.max(0, range.start - number * PIECE), range.end + 1 - number * PIECE);
    }
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  if (length <= 0) throw new Error("The stored file ends too early");
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw new Error("The stored file ends too early");
  return buffer;
}
