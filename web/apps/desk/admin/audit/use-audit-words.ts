import { useTranslation } from "../../../../shared/i18n/use-translation.ts";

/** Words of the audit; an action that has none yet is shown by its code, never hidden. */
export function useAuditWords() {
  const { t } = useTranslation();
  const orCode = (word: string, code: string): string => (word.startsWith("adminSystem.") ? code : word);
  const thing = (kind: string): string => orCode(t(`adminSystem.audit.thing.${kind}`), kind);
  return {
    /** `queue.changed` → "Cola: cambiada". */
    action: (action: string): string => {
      const at = action.lastIndexOf(".");
      const act = action.slice(at + 1);
      return `${thing(action.slice(0, at))}: ${orCode(t(`adminSystem.audit.act.${act}`), act)}`;
    },
    about: (head: string): string => thing(head.replace(/\.$/, "")),
    subject: thing,
    actor: (kind: string): string => orCode(t(`adminSystem.audit.actor.${kind}`), kind),
  };
}
