import type { Page } from "playwright-core";

/** What the page keeps for the test; a string, because the page's world is not this one's. */
const EARS = `
  const Native = window.RTCPeerConnection;
  const ears = { analyser: null, context: null, peers: [] };
  window.veraEars = ears;
  window.RTCPeerConnection = class extends Native {
    constructor(...given) {
      super(...given);
      ears.peers.push(this);
      this.addEventListener("track", ({ track }) => {
        ears.context ??= new AudioContext({ sampleRate: 48000 });
        const analyser = ears.context.createAnalyser();
        analyser.fftSize = 16384;
        ears.context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
        ears.analyser = analyser;
      });
    }
  };
`;

/** 48 kHz of the browser to the 8 kHz of a telephone: its sound has nothing above 4 kHz. */
const HEARD = `
  (() => {
    const { analyser } = window.veraEars;
    if (!analyser) return [];
    const all = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(all);
    return Array.from({ length: Math.floor(all.length / 6) }, (_, i) => Math.round(all[i * 6] * 32767));
  })()
`;

const STATS = `
  (async () => {
    const peer = window.veraEars.peers.at(-1);
    const found = { packetsReceived: 0, packetsSent: 0, packetsLost: 0, levelIn: 0, state: peer?.connectionState ?? "none" };
    if (!peer) return found;
    for (const report of (await peer.getStats()).values()) {
      if (report.type === "inbound-rtp") {
        found.packetsReceived = report.packetsReceived;
        found.packetsLost = report.packetsLost;
        found.levelIn = report.audioLevel;
      }
      if (report.type === "outbound-rtp") found.packetsSent = report.packetsSent;
    }
    return found;
  })()
`;

export interface BrowserStats {
  readonly packetsReceived: number;
  readonly packetsSent: number;
  readonly packetsLost: number;
  readonly levelIn: number;
  readonly state: string;
}

/** Before the page loads: lets the test hear what the headset plays. */
export async function rememberPeers(page: Page): Promise<void> {
  await page.addInitScript(EARS);
}

/** The last third of a second of what the headset plays, at 8 kHz. */
export async function listen(page: Page): Promise<Int16Array> {
  return Int16Array.from((await page.evaluate(HEARD)) as number[]);
}

/** The browser's own counters of the newest call (W3C webrtc-stats). */
export async function readStats(page: Page): Promise<BrowserStats> {
  return (await page.evaluate(STATS)) as BrowserStats;
}
