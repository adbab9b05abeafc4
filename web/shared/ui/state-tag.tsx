import type { ReactNode } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { STATE_LOOK, type StateLook } from "./state-look.ts";
import { Tag } from "./tag.tsx";

interface StateTagProps {
  state: StateLook;
  /** Instead of the state's own word: "vence 17:10", "Pausa: almuerzo". */
  children?: ReactNode;
}

export function StateTag({ state, children }: StateTagProps) {
  const { t } = useTranslation();
  const look = STATE_LOOK[state];
  return (
    <Tag tone={look.tone} icon={look.icon}>
      {children ?? t(`ui.state.${state}`)}
    </Tag>
  );
}
