import type { AttentionItem, BoardState } from "@vera/contracts/board";
import { formatClock } from "../../../shared/format/clock.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { shareOf } from "./sum-figures.ts";

interface Words {
  title: string;
  more: string;
}

/** The two lines of a notice. Clocks run here from the instants that the board sends. */
export function useAttentionWords(
  item: AttentionItem,
  { board, now }: { board: BoardState; now: number },
): Words {
  const { t } = useTranslation();
  const formats = useFormats(board.zone);
  const params = wordsOf(item, { board, now });
  const { part, whole } = params;
  const texts = {
    ...params,
    share: formats.share(shareOf({ numerator: part, denominator: whole }), 0),
    hour: formats.time(item.since),
  };
  return {
    title: t(`board.attention.${item.kind}`, texts),
    more: t(`board.attentionMore.${item.kind}`, texts),
  };
}

function wordsOf(
  { params, queueId, since }: AttentionItem,
  { board, now }: { board: BoardState; now: number },
) {
  const from = String(params["longestSince"] ?? params["since"] ?? since);
  return {
    queue: String(params["queue"] ?? (queueId ? (board.queues[queueId]?.name ?? "") : "")),
    agent: String(params["agent"] ?? ""),
    trunk: String(params["trunk"] ?? ""),
    count: Number(params["waiting"] ?? 0),
    clock: formatClock(now - Date.parse(from)),
    part: Number(params["answered"] ?? 0),
    whole: Number(params["seizures"] ?? 0),
  };
}
