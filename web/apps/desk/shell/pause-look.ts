import {
  IconCircleCheck,
  IconCircleOff,
  IconCoffee,
  IconPlayerPause,
  IconPlugX,
  IconSchool,
  IconToolsKitchen2,
  IconUsers,
} from "@tabler/icons-react";
import type { ChosenState } from "@vera/contracts/routing";
import type { GlyphIcon } from "../../../shared/ui/glyph.tsx";

/** Reasons are data; those that nearly every centre has get an own glyph, by words their code contains. */
const BY_WORD: readonly [RegExp, GlyphIcon][] = [
  [/lunch|almuerzo|comida/, IconToolsKitchen2],
  [/break|descanso|coffee|cafe/, IconCoffee],
  [/train|capacit/, IconSchool],
  [/meet|reuni/, IconUsers],
  [/device|equipo/, IconPlugX],
];

export function pauseLook(code: string | null, state: ChosenState = "paused"): GlyphIcon {
  if (state === "ready") return IconCircleCheck;
  if (state === "offline") return IconCircleOff;
  return BY_WORD.find(([words]) => code !== null && words.test(code))?.[1] ?? IconPlayerPause;
}
