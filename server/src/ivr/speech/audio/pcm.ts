/** The rate and sample of the telephone network (G.711): what every sound of the product is in the end. */
export const TELEPHONE_RATE = 8000;

/** One channel of samples between -1 and 1. */
export type Pcm = { readonly samples: Float32Array; readonly sampleRate: number };

export function durationMs(pcm: Pcm): number {
  return Math.round((pcm.samples.length * 1000) / pcm.sampleRate);
}

export function fromInt16(samples: Int16Array, sampleRate: number): Pcm {
  return { samples: Float32Array.from(samples, (sample) => sample / 32768), sampleRate };
}

/** Several channels as their mean. */
export function mixDown(channels: readonly Float32Array[], sampleRate: number): Pcm {
  const [first] = channels;
  if (first === undefined) return { samples: new Float32Array(0), sampleRate };
  if (channels.length === 1) return { samples: first, sampleRate };
  const samples = new Float32Array(first.length);
  for (const channel of channels) {
    for (let index = 0; index < samples.length; index += 1) {
      samples[index] = (samples[index] ?? 0) + (channel[index] ?? 0) / channels.length;
    }
  }
  return { samples, sampleRate };
}
