import "./meter.css";

interface MeterProps {
  label: string;
  value: number;
  /** With `threshold` the tick stands at two thirds and the bar is full at one and a half thresholds. */
  max: number;
  /** What the value is in words, for screen readers. */
  text: string;
  tone?: "wait" | "risk" | "breach" | "wrap" | "level";
  tick?: boolean;
  wide?: boolean;
}

export function Meter({ label, value, max, text, tone = "wait", tick = false, wide = false }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const classes = ["meter", `meter-${tone}`, tick ? "meter-tick" : "", wide ? "meter-wide" : ""];
  return (
    // A native meter cannot be drawn with a threshold tick, and its colours are the browser's.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      className={classes.filter(Boolean).join(" ")}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={text}
    >
      <span className="meter-fill" style={{ width: `${share * 100}%` }} />
    </span>
  );
}
