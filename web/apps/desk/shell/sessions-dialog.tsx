import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { endMySession, listMySessions } from "../../../shared/api/session.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Dialog } from "../../../shared/ui/dialog.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { Tag } from "../../../shared/ui/tag.tsx";
import { toast } from "../../../shared/ui/toast-store.ts";
import { ChangePasswordForm } from "../sign-in/change-password-form.tsx";
import "./sessions-dialog.css";

/** Where I am signed in, with a way to end each, and my password. */
export function SessionsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queries = useQueryClient();
  const [changing, setChanging] = useState(false);
  const sessions = useQuery({ queryKey: ["my-sessions"], queryFn: listMySessions });
  const end = useMutation({
    mutationFn: endMySession,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["my-sessions"] }),
  });
  return (
    <Dialog title={t("shell.mySessions")} onClose={onClose}>
      <div className="stack">
        {sessions.isPending && <Skeleton lines={3} />}
        {(sessions.error || end.error) && <ProblemNote error={sessions.error ?? end.error} />}
        <ul className="sessions">
          {sessions.data?.sessions.map((session) => (
            <li key={session.id}>
              <div>
                <b>{session.device}</b>
                <p className="sm mut">
                  {t("shell.sessionSeen", { ip: session.ip, when: formats.whenWithDay(session.lastSeenAt) })}
                </p>
              </div>
              {session.current ? (
                <Tag tone="ready">{t("shell.sessionThis")}</Tag>
              ) : (
                <Button size="small" busy={end.isPending} onClick={() => end.mutate(session.id)}>
                  {t("shell.sessionEnd")}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {changing ? (
          <ChangePasswordForm
            onDone={() => {
              setChanging(false);
              toast(t("shell.passwordChanged"), "ok");
            }}
          />
        ) : (
          <Button onClick={() => setChanging(true)}>{t("shell.changePassword")}</Button>
        )}
      </div>
    </Dialog>
  );
}
