import { useEffect, useState } from "react";
import { useRealtime } from "./realtime-context.ts";

const ASK_EVERY_MS = 2000;
const STALE_AFTER_MS = 5000;

export interface Freshness {
  /** The server has been silent for more than five seconds: what is shown may be old. */
  stale: boolean;
  /** Milliseconds since the epoch up to which the shown state is known to hold. */
  goodUntil: number;
}

/** For live figures: asks every two seconds, so that a dead line is noticed in five and not only in fifteen. */
export function useFreshness(): Freshness {
  const client = useRealtime();
  const [fresh, setFresh] = useState<Freshness>({ stale: false, goodUntil: Date.now() });
  useEffect(() => {
    const opened = Date.now();
    const look = (): void => {
      const heard = Math.max(client.heardAt, 0);
      const goodUntil = heard === 0 ? opened : heard;
      setFresh({ stale: Date.now() - goodUntil > STALE_AFTER_MS, goodUntil });
      client.ping();
    };
    const timer = setInterval(look, ASK_EVERY_MS / 2);
    client.ping();
    return () => clearInterval(timer);
  }, [client]);
  return fresh;
}
