import { textBlocks } from "@vera/contracts/text-blocks";
import "./plain-text.css";

/** What somebody wrote without markup: paragraphs and lists as they were meant. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className="plain-text">
      {textBlocks(text).map((block, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's blocks have no other name and never move
        if (block.kind === "paragraph") return <p key={place}>{block.text}</p>;
        const List = block.ordered ? "ol" : "ul";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <List key={place}>
            {block.items.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <li key={at}>{item}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
}
