import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { AttentionItem, BoardState } from "@vera/contracts/board";
import { useEffect, useRef } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { announce } from "../../../shared/ui/announce.ts";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { Glyph, type GlyphIcon } from "../../../shared/ui/glyph.tsx";
import { Tag } from "../../../shared/ui/tag.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";
import { AttentionAction } from "./attention-action.tsx";
import { attentionOrder } from "./attention-order.ts";
import type { InScope } from "./sum-figures.ts";
import { useAttentionWords } from "./use-attention-words.ts";
import "./attention-panel.css";

const LOOK: Record<AttentionItem["kind"], { tone: "breach" | "risk" | "plain"; icon: GlyphIcon }> = {
  "queue-over-threshold": { tone: "breach", icon: IconAlertOctagon },
  "not-responding": { tone: "risk", icon: IconAlertTriangle },
  "long-contact": { tone: "risk", icon: IconAlertTriangle },
  "long-wrap-up": { tone: "risk", icon: IconAlertTriangle },
  "trunk-asr-low": { tone: "plain", icon: IconInfoCircle },
};

/** What needs me, worst first, each with the one thing to do. */
export function AttentionPanel({ board, inScope }: { board: BoardState; inScope: InScope }) {
  const { t } = useTranslation();
  const items = attentionOrder(board, inScope);
  return (
    <section className="board-panel" aria-labelledby="board-attention">
      <div className="board-head">
        <h2 id="board-attention">{t("board.attention.title")}</h2>
        {items.length > 0 && (
          <Tag tone="accent">
            <span aria-hidden="true">{items.length}</span>
            <span className="vh">{t("board.attentionCount", { count: items.length })}</span>
          </Tag>
        )}
      </div>
      {items.length === 0 ? (
        <EmptyState>{t("board.attention.none")}</EmptyState>
      ) : (
        <ul className="attention" aria-labelledby="board-attention">
          {items.map((item) => (
            <AttentionRow key={`${item.kind}:${item.subjectId}`} item={item} board={board} />
          ))}
        </ul>
      )}
    </section>
  );
}

function AttentionRow({ item, board }: { item: AttentionItem; board: BoardState }) {
  const now = useNow();
  const words = useAttentionWords(item, { board, now });
  const said = useRef(words.title);
  // A new notice is said once; its running clock is not.
  useEffect(() => announce(said.current), []);
  const look = LOOK[item.kind];
  return (
    <li className="attention-row">
      <Glyph icon={look.icon} size={18} className={`attention-${look.tone}`} />
      <span className="attention-words">
        <b className="el">{words.title}</b>
        <span className="el mut">{words.more}</span>
      </span>
      <AttentionAction item={item} board={board} />
    </li>
  );
}
