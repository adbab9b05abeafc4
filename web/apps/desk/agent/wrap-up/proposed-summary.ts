/** What the summary begins with: the story as told, then the notes, so that nothing is typed twice. */
export function proposedSummary(story: string, notes: readonly { text: string }[]): string {
  return [story.trim(), ...notes.map((note) => note.text.trim())].filter((part) => part !== "").join("\n");
}
