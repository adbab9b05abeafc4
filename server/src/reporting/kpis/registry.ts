import { DomainError } from "../../platform/index.ts";
import { abandonment } from "./abandonment/kpi.ts";
import { aht } from "./aht/kpi.ts";
import { asa } from "./asa/kpi.ts";
import { asr } from "./asr/kpi.ts";
import { averageCallDuration } from "./average-call-duration/kpi.ts";
import { emergencies } from "./emergencies/kpi.ts";
import type { Kpi, KpiVariant } from "./kpi.ts";
import { ner } from "./ner/kpi.ts";
import { occupancy } from "./occupancy/kpi.ts";
import { offerAnswerRate } from "./offer-answer-rate/kpi.ts";
import { serviceLevel } from "./service-level/kpi.ts";

/** In the order of the catalogue. */
export const KPIS: readonly Kpi[] = [
  serviceLevel,
  asa,
  abandonment,
  aht,
  occupancy,
  offerAnswerRate,
  emergencies,
  asr,
  ner,
  averageCallDuration,
];

export function findKpi(id: string): Kpi {
  const kpi = KPIS.find((candidate) => candidate.id === id);
  if (kpi) return kpi;
  throw new DomainError("invalid", `There is no figure "${id}"; GET /api/v1/reports/kpis lists them`, {
    key: "kpiUnknown",
    params: { kpi: id },
  });
}

export function findVariant(kpi: Kpi, id: string | undefined): KpiVariant {
  const variant = id === undefined ? kpi.variants[0] : kpi.variants.find((candidate) => candidate.id === id);
  if (variant) return variant;
  const known = kpi.variants.map((candidate) => candidate.id).join(", ");
  throw new DomainError("invalid", `${kpi.id} has no variant "${id}"; it has ${known}`, {
    key: "kpiVariantUnknown",
    params: { kpi: kpi.id, variant: id ?? "" },
  });
}
