import { IconPlus } from "@tabler/icons-react";
import type { Calendar, CalendarException, TimeSpan } from "@vera/contracts/tenants";
import { addException, removeException } from "../../../../shared/api/admin/calendars.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { SpansField } from "./spans-field.tsx";
import { useDays } from "./use-days.ts";
import { spansProblem } from "./week.ts";
import "./week-fields.css";

const EFFECTS = ["close", "open", "replace"] as const;

/** Days that depart from the week; each holds as soon as it is added. */
export function CalendarExceptions({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation();
  const days = useDays();
  const changed = useChanged("admin-calendars", "admin-open-state");
  const told = ({ effect, spans }: CalendarException): string => {
    const hours = spans.map(({ from, until }) => `${from}–${until}`).join(", ");
    return hours
      ? t(`adminOrganisms.hours.effectAt.${effect}`, { hours })
      : t("adminOrganisms.hours.effectAt.closeAll");
  };
  const sorted = [...calendar.exceptions].sort((a, b) => a.firstDay.localeCompare(b.firstDay));
  return (
    <div className="drawer-body">
      {sorted.length === 0 && <p className="mut">{t("adminOrganisms.hours.noExceptions")}</p>}
      <ul className="exception-list" aria-label={t("adminOrganisms.hours.tab.exceptions")}>
        {sorted.map((exception) => (
          <li key={exception.id}>
            <div>
              <b>{days.range(exception.firstDay, exception.lastDay)}</b> · {exception.name}
              <p className="sm mut">{told(exception)}</p>
            </div>
            <ConfirmButton
              size="small"
              verb={t("admin.remove")}
              question={t("adminOrganisms.hours.removeExceptionAsk", { name: exception.name })}
              act={async () => {
                await removeException(calendar.id, exception.id);
                await changed(t("admin.removed"));
              }}
            />
          </li>
        ))}
      </ul>
      <NewException calendar={calendar} onAdded={() => changed()} />
    </div>
  );
}

interface ExceptionFields {
  name: string;
  firstDay: string;
  lastDay: string;
  effect: (typeof EFFECTS)[number];
  spans: readonly TimeSpan[];
}

const EMPTY: ExceptionFields = { name: "", firstDay: "", lastDay: "", effect: "close", spans: [] };

function NewException({ calendar, onAdded }: { calendar: Calendar; onAdded: () => Promise<void> }) {
  const { t } = useTranslation();
  const form = useAdminForm<ExceptionFields, Calendar>({
    initial: EMPTY,
    check: ({ name, firstDay, lastDay, effect, spans }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      firstDay: firstDay === "" ? t("admin.rule.required") : null,
      lastDay: lastDay !== "" && lastDay < firstDay ? t("errors.daysBackwards") : null,
      spans:
        spansProblem(spans) || (effect !== "close" && spans.length === 0)
          ? t("adminOrganisms.hours.spansWrong")
          : null,
    }),
    save: ({ name, firstDay, lastDay, effect, spans }) =>
      addException(calendar.id, {
        name: name.trim(),
        firstDay,
        lastDay: lastDay || firstDay,
        effect,
        spans: [...spans],
      }),
    onSaved: async () => {
      await onAdded();
      return EMPTY;
    },
    keys: { daysBackwards: "lastDay", spanMissing: "spans", spanBackwards: "spans" },
  });
  return (
    <form ref={form.ref} noValidate onSubmit={form.onSubmit}>
      <FormSection title={t("adminOrganisms.hours.addException")}>
        {form.problem ? <ProblemNote error={form.problem} /> : null}
        <TextField
          {...form.text("name")}
          label={t("adminOrganisms.hours.why")}
          maxLength={120}
          autoComplete="off"
        />
        <div className="form-grid">
          <TextField {...form.text("firstDay")} label={t("adminOrganisms.hours.firstDay")} type="date" />
          <TextField
            {...form.text("lastDay")}
            label={t("adminOrganisms.hours.lastDay")}
            type="date"
            min={form.fields.firstDay}
            hint={t("adminOrganisms.hours.lastDayHint")}
          />
        </div>
        <Select
          label={t("adminOrganisms.hours.effect")}
          value={form.fields.effect}
          options={EFFECTS.map((value) => ({ value, label: t(`adminOrganisms.hours.effects.${value}`) }))}
          onChange={(effect) => form.set({ effect: effect as ExceptionFields["effect"] })}
        />
        <div className="field">
          <span className="lab">{t("adminOrganisms.hours.hours")}</span>
          <SpansField
            name={t("adminOrganisms.hours.exceptionHours")}
            spans={form.fields.spans}
            empty={t(
              form.fields.effect === "close"
                ? "adminOrganisms.hours.wholeDay"
                : "adminOrganisms.hours.noHoursYet",
            )}
            onChange={(spans) => form.set({ spans })}
          />
          {form.error("spans") && <span className="field-error">{form.error("spans")}</span>}
        </div>
        <div>
          <Button type="submit" icon={IconPlus} busy={form.busy}>
            {t("adminOrganisms.hours.addException")}
          </Button>
        </div>
      </FormSection>
    </form>
  );
}
