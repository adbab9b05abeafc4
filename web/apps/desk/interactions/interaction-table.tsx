import { IconArrowDown, IconArrowUp, IconMicrophone, IconTicket } from "@tabler/icons-react";
import type { InteractionRow } from "@vera/contracts/conversations";
import { Link, useLocation } from "wouter";
import { formatClock } from "../../../shared/format/clock.ts";
import { formatPhone } from "../../../shared/format/phone.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { ChannelGlyph } from "../../../shared/ui/channel-glyph.tsx";
import { Glyph, type GlyphIcon } from "../../../shared/ui/glyph.tsx";
import { SORTS, type Sort } from "./interaction-filter.ts";
import { ResultTag } from "./result-tag.tsx";
import "../../../shared/ui/data-table.css";

interface InteractionTableProps {
  items: readonly InteractionRow[];
  sort: { sort: Sort; order: "asc" | "desc" };
  onSort: (sort: Sort) => void;
}

const COLUMNS = ["startedAt", "who", "queue", "result", "topic", "waitMs", "talkMs", "has"] as const;
const NUMBERS: readonly string[] = ["waitMs", "talkMs"];

export function InteractionTable({ items, sort, onSort }: InteractionTableProps) {
  const { t } = useTranslation();
  return (
    <table className="table table-two-lines">
      <caption className="vh">{t("interactions.title")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell key={column} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <InteractionLine key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

interface HeadCellProps extends Omit<InteractionTableProps, "items"> {
  column: (typeof COLUMNS)[number];
}

function HeadCell({ column, sort, onSort }: HeadCellProps) {
  const { t } = useTranslation();
  const word = t(`interactions.col.${column}`);
  const sortable = SORTS.find((each) => each === column);
  const number = NUMBERS.includes(column) ? "num" : undefined;
  if (!sortable) {
    return (
      <th scope="col" className={number}>
        {word}
      </th>
    );
  }
  const active = sort.sort === sortable;
  const direction = sort.order === "asc" ? "ascending" : "descending";
  return (
    <th scope="col" className={number} aria-sort={active ? direction : undefined}>
      <button type="button" className="th-sort" onClick={() => onSort(sortable)}>
        {word}
        {active && <Glyph icon={sort.order === "asc" ? IconArrowUp : IconArrowDown} size={14} />}
      </button>
    </th>
  );
}

function InteractionLine({ item }: { item: InteractionRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [, go] = useLocation();
  const href = `/interactions/${item.id}`;
  const number = item.direction === "inbound" ? item.fromAddress : item.toAddress;
  return (
    <tr data-openable="" onClick={() => go(href)}>
      <td className="nw" title={formats.exact(item.startedAt)}>
        <Link href={href} className="side-link" onClick={(event) => event.stopPropagation()}>
          {formats.when(item.startedAt)}
        </Link>
      </td>
      <td>
        <span className="who-cell">
          <ChannelGlyph channel={item.channel} outbound={item.direction === "outbound"} />
          <span className="el">
            {item.citizenName ?? (number ? formatPhone(number) : t("interactions.withheld"))}
            <span className="table-second">
              {item.citizenName ? formatPhone(number) : t("interactions.unknown")}
            </span>
          </span>
        </span>
      </td>
      <td>
        {item.queueName ?? <span className="dim">{t("interactions.noQueue")}</span>}
        <span className="table-second">{item.agentName}</span>
      </td>
      <td>
        <ResultTag item={item} />
      </td>
      <td>{item.topicName ?? <span className="dim">{t("interactions.noTopic")}</span>}</td>
      <td className="num">{formatClock(item.waitMs)}</td>
      <td className="num">{item.answeredAt ? formatClock(item.talkMs + item.holdMs) : "–"}</td>
      <td>
        <span className="row">
          {item.hasRecording && <Has icon={IconMicrophone} word={t("interactions.has.recording")} />}
          {item.ticketId && <Has icon={IconTicket} word={t("interactions.has.ticket")} />}
        </span>
      </td>
    </tr>
  );
}

function Has({ icon, word }: { icon: GlyphIcon; word: string }) {
  return (
    <span className="mut" data-tip={word}>
      <Glyph icon={icon} />
      <span className="vh">{word}</span>
    </span>
  );
}
