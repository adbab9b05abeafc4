import type { Context, TenantId } from "../../platform/index.ts";
import { type Call, writeAgentState, writeCall, writeOffer, writeSeizure } from "./replayed-day.ts";

const CALLS: Call[] = [
  {
    name: "c1",
    queue: "agua",
    at: "08:05:00",
    wait: 10,
    outcome: "answered",
    attended: [{ agent: "ines", from: "08:05:10", talk: 120, hold: 30, wrapUp: 40 }],
  },
  {
    name: "c2",
    queue: "agua",
    at: "08:10:00",
    wait: 20,
    outcome: "answered",
    attended: [{ agent: "bruno", from: "08:10:20", talk: 60, wrapUp: 20 }],
  },
  {
    name: "c3-transferred",
    queue: "agua",
    at: "08:20:00",
    wait: 25,
    outcome: "answered",
    attended: [
      { agent: "ines", from: "08:20:25", talk: 200, wrapUp: 30 },
      { agent: "bruno", from: "08:24:00", talk: 40, consult: 10, wrapUp: 10 },
    ],
  },
  { name: "c4-short", queue: "agua", at: "08:25:00", wait: 4.999, outcome: "abandoned" },
  { name: "c5-at-t0", queue: "agua", at: "08:29:59.500", wait: 5, outcome: "abandoned" },
  { name: "c6", queue: "agua", at: "08:40:00", wait: 45, outcome: "abandoned" },
  { name: "c7", queue: "agua", at: "08:50:00", wait: 90, outcome: "callback" },
  {
    name: "c8-911",
    queue: "agua",
    at: "09:00:00",
    wait: 12,
    outcome: "answered",
    emergency: "911",
    attended: [{ agent: "bruno", from: "09:00:12", talk: 60 }],
  },
  { name: "c9", queue: "agua", at: "09:05:00", wait: 15, outcome: "timeout" },
  {
    name: "c10-back",
    queue: "agua",
    at: "09:10:00",
    wait: 3,
    outcome: "answered",
    direction: "outbound",
    attended: [{ agent: "bruno", from: "09:10:03", talk: 30, wrapUp: 5 }],
  },
  {
    name: "c11",
    queue: "salud",
    at: "10:00:00",
    wait: 25,
    outcome: "answered",
    attended: [{ agent: "ines", from: "10:00:25", talk: 100, wrapUp: 10 }],
  },
  {
    name: "c12-midnight",
    queue: "salud",
    at: "23:59:50",
    wait: 20,
    outcome: "answered",
    unfinished: true,
    attended: [{ agent: "bruno", from: "+1 00:00:10", talk: 50 }],
  },
];

/** Writes Tuesday 2026-03-10: the day whose figures the tests know by hand. */
export async function writeHandMadeDay(
  ctx: Context,
  tenantId: TenantId,
  otherTenantId: TenantId,
): Promise<void> {
  for (const call of CALLS) await writeCall(ctx, tenantId, call);
  const foreign = {
    name: "foreign",
    queue: "otra",
    at: "08:00:00",
    wait: 1,
    outcome: "abandoned",
  } as const;
  await writeCall(ctx, otherTenantId, { ...foreign, emergency: "107" });
  const offers = ["accepted", "accepted", "accepted", "expired", "declined", "withdrawn", "failed"] as const;
  for (const [index, outcome] of offers.entries()) {
    const agent = index < 4 ? "ines" : "bruno";
    await writeOffer(ctx, tenantId, {
      name: `o${index}`,
      agent,
      queue: "agua",
      at: "08:05:05",
      outcome,
    });
  }
  const states = [
    ["ines", "08:00:00", "ready", "idle"],
    ["ines", "08:05:05", "ready", "offered"],
    ["ines", "08:05:10", "ready", "on-contact"],
    ["ines", "08:07:40", "ready", "wrap-up"],
    ["ines", "08:08:20", "ready", "idle"],
    ["ines", "08:15:00", "paused", "idle"],
    ["ines", "08:45:00", "ready", "idle"],
    ["ines", "09:00:00", "offline", "idle"],
    ["bruno", "08:00:00", "ready", "idle"],
    ["bruno", "08:20:00", "ready", "on-contact"],
    ["bruno", "08:40:00", "ready", "idle"],
    ["bruno", "09:00:00", "offline", "idle"],
  ] as const;
  for (const [agent, when, state, activity] of states) {
    await writeAgentState(ctx, tenantId, { agent, at: when, state, activity });
  }
  const seizures = [
    { name: "s1", trunk: "x", at: "08:05:00", outcome: "answered", talk: 190.5 },
    { name: "s2", trunk: "x", at: "08:25:00", outcome: "cancelled" },
    // One call: fails on x and y, is answered on z.
    { name: "s3", trunk: "x", at: "10:00:00", outcome: "failed", call: "out1" },
    { name: "s4", trunk: "y", at: "10:00:02", outcome: "failed", call: "out1" },
    { name: "s5", trunk: "z", at: "10:00:05", outcome: "answered", talk: 90, call: "out1" },
    { name: "s6", trunk: "z", at: "11:00:00", outcome: "busy", call: "out2" },
    { name: "s7", trunk: "z", at: "11:05:00", outcome: "no-answer", call: "out3" },
    { name: "s8", trunk: "z", at: "11:10:00", outcome: "rejected", call: "out4" },
  ] as const;
  for (const seizure of seizures) await writeSeizure(ctx, tenantId, seizure);
}
