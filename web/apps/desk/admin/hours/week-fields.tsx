import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { SpansField } from "./spans-field.tsx";
import { WEEKDAYS, type Week, type Weekday } from "./week.ts";
import "./week-fields.css";

interface WeekFieldsProps {
  week: Week;
  onChange: (week: Week) => void;
}

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** The hours of each day of the week; Monday's can be given to the other workdays at once. */
export function WeekFields({ week, onChange }: WeekFieldsProps) {
  const { t } = useTranslation();
  const copyMonday = (): void =>
    onChange({ ...week, ...Object.fromEntries(WORKDAYS.map((day) => [day, week[1]])) });
  return (
    <div className="week">
      {WEEKDAYS.map((day) => {
        const name = t(`adminOrganisms.weekday.${day}`);
        return (
          <div className="week-day" key={day}>
            <span className="week-name">{name}</span>
            <SpansField
              name={name}
              spans={week[day]}
              empty={t("adminOrganisms.hours.closedDay")}
              onChange={(spans) => onChange({ ...week, [day]: spans })}
            />
          </div>
        );
      })}
      <div>
        <Button variant="ghost" size="small" onClick={copyMonday}>
          {t("adminOrganisms.hours.copyMonday")}
        </Button>
      </div>
    </div>
  );
}
