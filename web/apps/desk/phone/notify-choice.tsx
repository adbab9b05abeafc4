import { IconBell } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";

/** Asks the browser once whether it may tell of an offer while another tab is in front. */
export function NotifyChoice() {
  const { t } = useTranslation();
  const [permission, setPermission] = useState(() =>
    "Notification" in window ? Notification.permission : "granted",
  );
  if (permission === "granted") return null;
  if (permission === "denied") return <p className="sm mut">{t("shell.notifyBlocked")}</p>;
  const ask = async (): Promise<void> => setPermission(await Notification.requestPermission());
  return (
    <Button icon={IconBell} onClick={() => void ask()}>
      {t("shell.notify")}
    </Button>
  );
}
