import { useEffect, useState } from "react";

export interface AudioDevice {
  id: string;
  label: string;
}

export interface AudioDevices {
  microphones: readonly AudioDevice[];
  speakers: readonly AudioDevice[];
}

const NONE: AudioDevices = { microphones: [], speakers: [] };

/** Headsets and speakers as they are plugged in and out. Names are empty until the microphone was allowed. */
export function useAudioDevices(): AudioDevices {
  const [devices, setDevices] = useState<AudioDevices>(NONE);
  useEffect(() => {
    const media = navigator.mediaDevices;
    if (!media) return undefined;
    const read = (): void => {
      media
        .enumerateDevices()
        .then((all) =>
          setDevices({ microphones: ofKind(all, "audioinput"), speakers: ofKind(all, "audiooutput") }),
        )
        // A browser that does not tell leaves the system's own choice.
        .catch(() => setDevices(NONE));
    };
    read();
    const later = setTimeout(read, 1500);
    media.addEventListener("devicechange", read);
    return () => {
      clearTimeout(later);
      media.removeEventListener("devicechange", read);
    };
  }, []);
  return devices;
}

function ofKind(all: readonly MediaDeviceInfo[], kind: MediaDeviceKind): AudioDevice[] {
  return all
    .filter((device) => device.kind === kind && device.deviceId !== "" && device.deviceId !== "default")
    .map((device) => ({ id: device.deviceId, label: device.label }));
}
