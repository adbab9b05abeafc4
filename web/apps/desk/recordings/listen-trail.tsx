import { IconDownload, IconHeadphones } from "@tabler/icons-react";
import type { RecordingDetail } from "@vera/contracts/voice";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../shared/ui/glyph.tsx";

/** Who has heard this before: whoever listens knows that it is written down. */
export function ListenTrail({ listens }: { listens: RecordingDetail["listens"] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className="listens" aria-labelledby="listens-title">
      <h3 className="h2" id="listens-title">
        {t("recordings.listens")}
      </h3>
      <p className="sm mut">{t("recordings.listensWhy")}</p>
      {listens.length === 0 && <p className="sm dim">{t("recordings.noListens")}</p>}
      <ul>
        {listens.map((listen) => (
          <li key={`${listen.at} ${listen.byName} ${listen.act}`}>
            <Glyph icon={listen.act === "downloaded" ? IconDownload : IconHeadphones} size={14} />
            <span>{t(`recordings.act.${listen.act}`, { name: listen.byName })}</span>
            <time className="dim" dateTime={listen.at} title={formats.exact(listen.at)}>
              {formats.whenWithDay(listen.at)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
