import type { Strategy } from "../../engine/strategy.ts";

export const mostSkilled: Strategy = {
  name: "most-skilled",
  label: "Quien más sabe",
  about:
    "Le suena a quien suma más nivel en las habilidades que pide la cola; a igual nivel, a quien espera hace más tiempo.",
  rank: ({ levels }) => -levels.reduce((sum, level) => sum + level, 0),
};
