/** The mark: a V whose sun stands on it. Decoration beside the name, so silent. */
export function VeraMark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <circle cx="13" cy="9.5" r="3.6" fill="var(--sun)" />
      <path
        d="M3.5 8.5 13 22.5 22.5 8.5"
        fill="none"
        stroke="var(--con-ink)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
