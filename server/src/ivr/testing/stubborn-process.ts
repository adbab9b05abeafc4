/** A child of the tests: answers, hangs or dies as it is told. */
import { answerParent } from "../speech/answer-parent.ts";
import { BadAudio } from "../speech/audio/bad-audio.ts";

answerParent<{ ask: "pid" | "hang" | "die" | "refuse" | "break" }, number>(({ ask }) => {
  switch (ask) {
    case "pid":
      return process.pid;
    case "hang":
      return new Promise<number>(() => undefined);
    case "die":
      return process.exit(3);
    case "refuse":
      throw new BadAudio("not that one");
    case "break":
      throw new Error("a bug");
  }
});
