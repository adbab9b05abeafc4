import type { Strategy } from "../../engine/strategy.ts";

export const lastAgent: Strategy = {
  name: "last-agent",
  label: "Quien lo atendió la última vez",
  about:
    "Si quien atendió a esta persona la última vez está libre, le suena primero; si no, a quien espera hace más tiempo.",
  rank: () => 0,
  first: ({ lastAgentId }) => lastAgentId,
};
