import type { TextPart } from "@vera/contracts/knowledge";

/** Text with what the search found marked. */
export function MarkedText({ parts }: { parts: readonly TextPart[] }) {
  return parts.map((part, index) =>
    // The parts of one text keep their order and count.
    // biome-ignore lint/suspicious/noArrayIndexKey: positions in one fixed text
    part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  );
}
