import type { ReactNode } from "react";
import "./figure-strip.css";

export interface Figure {
  key: string;
  label: string;
  value: ReactNode;
  /** "13 de 418": every percentage says of what. */
  note?: ReactNode;
  /** Beside the value: a state tag, a spark line. */
  extra?: ReactNode;
}

interface FigureStripProps {
  label: string;
  figures: readonly Figure[];
  /** The first figure is wider (300). */
  lead?: boolean;
  /** The line is down: old figures stay, in the colour of hints. */
  stale?: boolean;
}

export function FigureStrip({ label, figures, lead = false, stale = false }: FigureStripProps) {
  const classes = ["figures", lead ? "figures-lead" : "", stale ? "figures-stale" : ""];
  return (
    <dl className={classes.filter(Boolean).join(" ")} aria-label={label}>
      {figures.map((figure) => (
        <div className="figure" key={figure.key}>
          <dt>{figure.label}</dt>
          <dd>
            <span className="figure-value">{figure.value}</span>
            {figure.note !== undefined && <span className="figure-note el">{figure.note}</span>}
            {figure.extra}
          </dd>
        </div>
      ))}
    </dl>
  );
}
