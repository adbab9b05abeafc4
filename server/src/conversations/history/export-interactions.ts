import type { InteractionRow, InteractionsQuery } from "@vera/contracts/conversations";
import { type Context, csvLine } from "../../platform/index.ts";
import type { Surroundings } from "../surroundings.ts";
import { listInteractions } from "./list-interactions.ts";

const HEAD = [
  "Inicio",
  "Canal",
  "Sentido",
  "Desde",
  "Hacia",
  "Persona",
  "Cola",
  "Agente",
  "Atendida",
  "Fin",
  "Motivo de fin",
  "Espera (s)",
  "Conversación (s)",
  "Retención (s)",
  "Trabajo posterior (s)",
  "Emergencia",
  "Tema",
  "Resultado",
  "Interacción",
] as const;

const PAGE = 200;

/** All pages of a list as CSV lines, read a page at a time. */
export async function* exportInteractions(
  ctx: Context,
  surroundings: Surroundings,
  query: InteractionsQuery,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(HEAD)}`;
  let cursor: string | undefined;
  do {
    const page = await listInteractions(ctx, surroundings, {
      ...query,
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    yield page.items.map((row) => csvLine(lineOf(row))).join("");
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function lineOf(row: InteractionRow): (string | number | null)[] {
  const seconds = (ms: number) => Math.round(ms / 1000);
  return [
    row.startedAt,
    row.channel,
    row.direction,
    row.fromAddress,
    row.toAddress,
    row.citizenName,
    row.queueName,
    row.agentName,
    row.answeredAt,
    row.endedAt,
    row.endReason,
    seconds(row.waitMs),
    seconds(row.talkMs),
    seconds(row.holdMs),
    seconds(row.wrapUpMs),
    row.emergency,
    row.topicName,
    row.outcomeCode,
    row.id,
  ];
}
