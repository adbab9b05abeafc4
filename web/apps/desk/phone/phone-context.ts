import { createContext, useContext } from "react";
import type { PhoneLine, PhoneProblem, PhoneStats, Softphone } from "../../../shared/softphone/softphone.ts";

export interface Phone {
  line: PhoneLine;
  problem: PhoneProblem | null;
  talking: boolean;
  /** Picks up what rings, or what rings within the next seconds: the exchange may be a moment behind. */
  answer: () => void;
  mute: (on: boolean) => void;
  stats: () => Promise<PhoneStats | null>;
  chooseDevices: Softphone["chooseDevices"];
  /** The person has been told of the problem, or solved it. */
  clearProblem: () => void;
}

const PhoneContext = createContext<Phone | null>(null);
export const PhoneContextProvider = PhoneContext.Provider;

/** My telephone; null for who has none. */
export function usePhone(): Phone | null {
  return useContext(PhoneContext);
}
