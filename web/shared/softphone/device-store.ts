import type { DeviceChoice } from "./softphone.ts";

export interface PhoneSettings extends DeviceChoice {
  /** Where it rings besides the headset; "" is the system's speaker, "none" nowhere else. */
  ringerId: string;
  /** 0–1. */
  ringVolume: number;
}

const STORE = "vera.phone";
const DEFAULTS: PhoneSettings = { microphoneId: "", speakerId: "", ringerId: "", ringVolume: 0.6 };

export function readPhoneSettings(): PhoneSettings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? "null");
    return typeof stored === "object" && stored !== null ? { ...DEFAULTS, ...stored } : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}

export function savePhoneSettings(settings: PhoneSettings): void {
  try {
    localStorage.setItem(STORE, JSON.stringify(settings));
  } catch {
    // A private window may refuse storage; the choice then holds for this visit.
  }
}
