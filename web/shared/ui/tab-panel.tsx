import type { ReactNode } from "react";
import { panelId, tabId } from "./tabs.tsx";

interface TabPanelProps {
  group: string;
  id: string;
  className?: string;
  children: ReactNode;
}

export function TabPanel({ group, id, className, children }: TabPanelProps) {
  return (
    <div role="tabpanel" id={panelId(group, id)} aria-labelledby={tabId(group, id)} className={className}>
      {children}
    </div>
  );
}
