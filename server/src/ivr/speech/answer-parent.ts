import { flushCompileCache } from "node:module";
import { BadAudio } from "./audio/bad-audio.ts";
import type { ChildReply } from "./child-worker.ts";

/** The child's side of `ChildWorker`: answers each question; ends when the parent is gone. */
export function answerParent<Question, Answer>(work: (question: Question) => Promise<Answer> | Answer): void {
  process.on("message", (question) => {
    void answer(work, question as Question).then((reply) => process.send?.(reply));
  });
  process.on("disconnect", () => process.exit(0));
  // It ends by SIGKILL, which writes nothing: without it the next one strips its types again, for time and 40 MB.
  flushCompileCache();
}

async function answer<Question, Answer>(
  work: (question: Question) => Promise<Answer> | Answer,
  question: Question,
): Promise<ChildReply<Answer>> {
  try {
    return { ok: true, answer: await work(question) };
  } catch (error) {
    return {
      ok: false,
      message: error instanceof Error ? error.message : String(error),
      refused: error instanceof BadAudio,
    };
  }
}
