import type { InteractionRow, InteractionsQuery } from "@vera/contracts/conversations";
import { type Context, csvLine, DomainError } from "../../platform/index.ts";
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
/** More rows than a spreadsheet is good for; they are gathered in memory. */
const MOST = 100_000;

/** All pages of a list as CSV lines, read a page at a time. */
export async function* exportInteractions(
  ctx: Context,
  surroundings: Surroundings,
  query: InteractionsQuery,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(HEAD)}`;
  let cursor: string | undefined;
  let rows = 0;
  do {
    const page = await listInteractions(ctx, surroundings, {
      ...query,
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    rows += page.items.length;
    if (rows > MOST) {
      throw new DomainError("invalid", `More than ${MOST} interactions: choose a shorter period`, {
        key: "tooManyRows",
        params: { most: MOST },
      });
    }
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
