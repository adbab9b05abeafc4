/** What may be attached, told by the first bytes and not by what the sender says of it. */
const KINDS = [
  { contentType: "application/pdf", starts: [0x25, 0x50, 0x44, 0x46], endings: ["pdf"] },
  { contentType: "image/png", starts: [0x89, 0x50, 0x4e, 0x47], endings: ["png"] },
  { contentType: "image/jpeg", starts: [0xff, 0xd8, 0xff], endings: ["jpg", "jpeg"] },
  // Documents of offices are ZIP archives; the ending says which.
  {
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    starts: [0x50, 0x4b, 0x03, 0x04],
    endings: ["docx"],
  },
  {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    starts: [0x50, 0x4b, 0x03, 0x04],
    endings: ["xlsx"],
  },
  {
    contentType: "application/vnd.oasis.opendocument.text",
    starts: [0x50, 0x4b, 0x03, 0x04],
    endings: ["odt"],
  },
] as const;

/** The content type by which it is kept and given out; null where it is none of the kinds above. */
export function fileKind(name: string, bytes: Buffer): string | null {
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  const kind = KINDS.find(
    ({ starts, endings }) =>
      endings.some((known) => known === ending) && starts.every((byte, index) => bytes[index] === byte),
  );
  return kind?.contentType ?? null;
}
