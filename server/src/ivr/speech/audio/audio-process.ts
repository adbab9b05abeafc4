/** Runs as a process of its own. */
import { answerParent } from "../answer-parent.ts";
import { type AudioQuestion, workOnAudio } from "./audio-work.ts";
import type { Converted } from "./convert-upload.ts";

answerParent<AudioQuestion, Converted>(workOnAudio);
