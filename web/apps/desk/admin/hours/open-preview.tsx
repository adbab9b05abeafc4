import type { Calendar } from "@vera/contracts/tenants";
import { useState } from "react";
import { useFormats, ZONE } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Field } from "../../../../shared/ui/field.tsx";
import { instantInZone } from "./instant-in-zone.ts";
import { OpenTag, useOpenState } from "./open-now.tsx";
import "./week-fields.css";

/** "¿Está abierto ahora?" — and on any other day and time, with what decides it. */
export function OpenPreview({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation();
  const formats = useFormats(calendar.zone);
  const [typed, setTyped] = useState("");
  const at = typed === "" ? undefined : (instantInZone(typed, calendar.zone) ?? undefined);
  const state = useOpenState(calendar.id, at);
  const { data } = state;
  const next = data?.open ? data.until : data?.opensAt;
  return (
    <section className="open-state" aria-label={t("adminOrganisms.hours.preview")}>
      <div className="row" role="status">
        <b>{t(at === undefined ? "adminOrganisms.hours.rightNow" : "adminOrganisms.hours.then")}</b>
        {data && <OpenTag state={data} />}
        {data && (
          <span className="mut">
            {t(`adminOrganisms.hours.reason.${data.reason}`, { name: data.holidayName ?? "" })}
            {next &&
              ` · ${t(data.open ? "adminOrganisms.hours.until" : "adminOrganisms.hours.opensAt", {
                when: formats.whenWithDay(next),
              })}`}
          </span>
        )}
      </div>
      <Field
        label={
          calendar.zone === ZONE
            ? t("adminOrganisms.hours.tryAt")
            : t("adminOrganisms.hours.tryAtIn", { zone: calendar.zone })
        }
      >
        {(control) => (
          <input
            {...control}
            className="input"
            type="datetime-local"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </section>
  );
}
