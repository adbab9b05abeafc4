import type { ReactNode } from "react";
import "./split-page.css";

interface SplitPageProps {
  /** List or tree. */
  children: ReactNode;
  /** The drawer; nothing while nothing is open. */
  side?: ReactNode;
}

/** A list with what is open in it at its right; both scroll by themselves. */
export function SplitPage({ children, side }: SplitPageProps) {
  return (
    <div className="split">
      <main className="split-main">{children}</main>
      {side}
    </div>
  );
}
