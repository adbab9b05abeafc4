import type { Strategy } from "../../engine/strategy.ts";

export const longestIdle: Strategy = {
  name: "longest-idle",
  label: "Quien espera hace más tiempo",
  about: "Le suena a quien hace más tiempo que está libre, entre quienes pueden atender la cola.",
  rank: () => 0,
};
