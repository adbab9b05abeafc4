import type { BoardState, BoardTrunk } from "@vera/contracts/board";
import { Link } from "wouter";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Meter } from "../../../shared/ui/meter.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";
import { useMe } from "../session/me-context.ts";
import { shareOf } from "./sum-figures.ts";

const HOUR_MS = 3_600_000;
/** From this share of its channels on a trunk is nearly full. */
const NEARLY_FULL = 0.85;

/** Lines to the public network: how many are busy and how many attempts of this hour were answered. */
export function TrunkStrip({ trunks }: { trunks: BoardState["trunks"] }) {
  const { t, locale } = useTranslation();
  const collator = new Intl.Collator(locale);
  const rows = Object.entries(trunks).sort(([, a], [, b]) => collator.compare(a.name, b.name));
  return (
    <div className="trunks">
      <h3 className="lab" id="board-trunks">
        {t("board.trunks")}
      </h3>
      {rows.length === 0 ? (
        <p className="sm dim">{t("board.noTrunks")}</p>
      ) : (
        <ul aria-labelledby="board-trunks">
          {rows.map(([id, trunk]) => (
            <TrunkItem key={id} trunkId={id} trunk={trunk} />
          ))}
        </ul>
      )}
    </div>
  );
}

function TrunkItem({ trunkId, trunk }: { trunkId: string; trunk: BoardTrunk }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const formats = useFormats();
  const now = useNow();
  const { busy, capacity, asrHour, nerHour } = trunk;
  const words =
    capacity === null ? t("board.trunkBusy", { busy }) : t("board.trunkBusyOf", { busy, capacity });
  const hour = formats.time(new Date(now - (now % HOUR_MS)).toISOString());
  const asr =
    asrHour.denominator === 0
      ? t("board.trunkNone")
      : t("board.trunkAsr", { share: formats.share(shareOf(asrHour)) });
  return (
    <li>
      <b className="el">{trunk.name}</b>
      {capacity !== null && (
        <Meter
          label={t("board.trunkMeter", { trunk: trunk.name })}
          value={busy}
          max={capacity}
          text={words}
          tone={busy >= capacity ? "breach" : busy / capacity >= NEARLY_FULL ? "risk" : "wait"}
        />
      )}
      <span>{words}</span>
      <span
        className="mut"
        data-tip={t("board.trunkAsrTip", {
          hour,
          part: asrHour.numerator,
          whole: asrHour.denominator,
          ner: formats.share(shareOf(nerHour)),
        })}
      >
        {can("report.read") ? (
          <Link href={`/reports/asr?period=today&trunk=${trunkId}`} className="trunk-link">
            {asr}
          </Link>
        ) : (
          asr
        )}
        {asrHour.denominator > 0 &&
          ` · ${t("board.of", { part: asrHour.numerator, whole: asrHour.denominator })}`}
      </span>
    </li>
  );
}
