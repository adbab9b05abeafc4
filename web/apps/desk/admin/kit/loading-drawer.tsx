import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { Drawer } from "./drawer.tsx";

interface LoadingDrawerProps {
  error: unknown;
  onClose: () => void;
  wide?: boolean;
}

/** The drawer until what it shows has come, or why it does not. */
export function LoadingDrawer({ error, onClose, wide = false }: LoadingDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer title={error ? t("admin.notOpened") : t("ui.loading")} onClose={onClose} wide={wide}>
      <div className="drawer-body">{error ? <ProblemNote error={error} /> : <Skeleton lines={6} />}</div>
    </Drawer>
  );
}
