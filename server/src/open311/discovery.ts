import type { Value } from "./write-xml.ts";

interface Described {
  /** https://host, as the client reached us. */
  readonly origin: string;
  /** Newest change of a service; null where nothing is offered. */
  readonly changedAt: Date | null;
}

/** GET discovery: where the API is and what it speaks. */
export function discovery({ origin, changedAt }: Described): Value {
  const changeset = (changedAt ?? new Date(0)).toISOString().slice(0, 16).replace("T", " ");
  return {
    changeset,
    contact: "The organism that runs this server; its address is on its own page",
    key_service: "An administrator of the organism gives keys, in Administration, API keys",
    endpoints: [
      {
        specification: "http://wiki.open311.org/GeoReport_v2",
        url: `${origin}/open311/v2`,
        changeset,
        type: "production",
        formats: ["text/xml", "application/json"],
      },
    ],
  };
}
