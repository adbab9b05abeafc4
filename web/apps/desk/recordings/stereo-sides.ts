import type { Side } from "./use-player.ts";

export interface Sides {
  hear: (side: Side, on: boolean) => void;
  close: () => void;
}

/** Left is the citizen, right what the citizen heard (contracts/voice.ts). Each goes to both ears, by its own tap. */
export function openSides(element: HTMLAudioElement): Sides {
  const context = new AudioContext();
  const source = context.createMediaElementSource(element);
  const splitter = context.createChannelSplitter(2);
  const taps: Record<Side, GainNode> = { citizen: context.createGain(), agent: context.createGain() };
  source.connect(splitter);
  splitter.connect(taps.citizen, 0);
  splitter.connect(taps.agent, 1);
  taps.citizen.connect(context.destination);
  taps.agent.connect(context.destination);
  return {
    hear: (side, on) => taps[side].gain.setTargetAtTime(on ? 1 : 0, context.currentTime, 0.01),
    close: () => {
      void context.close();
    },
  };
}
