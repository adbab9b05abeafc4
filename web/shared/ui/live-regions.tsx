import { setLiveRegion } from "./announce.ts";

/** One polite and one assertive region, always in the page, filled by `announce`. */
export function LiveRegions() {
  return (
    <>
      <div className="vh" role="status" aria-live="polite" ref={(node) => setLiveRegion("polite", node)} />
      <div
        className="vh"
        role="alert"
        aria-live="assertive"
        ref={(node) => setLiveRegion("assertive", node)}
      />
    </>
  );
}
