import { createContext, useContext } from "react";
import type {
  Invite,
  PhoneLine,
  PhoneProblem,
  PhoneStats,
  Softphone,
} from "../../../shared/softphone/softphone.ts";

export interface Phone {
  line: PhoneLine;
  problem: PhoneProblem | null;
  talking: boolean;
  /** A call that no offer announced: a colleague asks or passes one on. */
  ringing: Invite | null;
  /** Picks up what rings, or what rings within the next seconds: the exchange may be a moment behind. */
  answer: () => void;
  /** Refuses what rings. */
  reject: () => void;
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
