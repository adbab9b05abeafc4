import { IconTicket } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Citizen } from "@vera/contracts/citizens";
import { citizenTimeline, type OpeningReason } from "../../../shared/api/citizens.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { ChannelGlyph } from "../../../shared/ui/channel-glyph.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { useMe } from "../session/me-context.ts";

export function CitizenFacts({ citizen, reason }: { citizen: Citizen; reason: OpeningReason }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { tenantName } = useMe();
  const timeline = useQuery({
    queryKey: ["timeline", citizen.id, reason],
    queryFn: () => citizenTimeline(citizen.id, reason),
  });
  return (
    <article className="stack">
      <h1>{citizen.displayName}</h1>
      <dl className="facts">
        {citizen.identifiers.map((identifier) => (
          <div key={identifier.id} className="facts-row">
            <dt>{t(`ui.identifier.${identifier.kind}`)}</dt>
            <dd>{identifier.shown}</dd>
          </div>
        ))}
        {citizen.contactPoints.map((point) => (
          <div key={point.id} className="facts-row">
            <dt>{t(`ui.contactKind.${point.kind}`)}</dt>
            <dd>{[point.shown, point.label].filter(Boolean).join(" · ")}</dd>
          </div>
        ))}
        {citizen.takeIntoAccount && (
          <div className="facts-row">
            <dt>{t("agentDesk.citizen.takeIntoAccount")}</dt>
            <dd>{citizen.takeIntoAccount}</dd>
          </div>
        )}
      </dl>
      <h2 className="h2">{t("agentDesk.history.title")}</h2>
      {timeline.error && <ProblemNote error={timeline.error} />}
      <ul>
        {timeline.data?.items.map((entry) => (
          <li key={`${entry.kind}-${entry.id}`} className="side-row">
            {entry.kind === "ticket" ? (
              <Glyph icon={IconTicket} size={18} />
            ) : (
              <ChannelGlyph channel={entry.channel ?? "voice"} />
            )}
            <span className="el">{entry.title}</span>
            <span className="dim">{formats.when(entry.at)}</span>
            <p className="el">
              {[entry.number, tenantName(entry.tenantId), entry.detail].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </article>
  );
}
