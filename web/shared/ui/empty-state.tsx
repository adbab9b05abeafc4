import type { ReactNode } from "react";
import "./empty-state.css";

interface EmptyStateProps {
  /** What will be here and the one thing to do. */
  children: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}
