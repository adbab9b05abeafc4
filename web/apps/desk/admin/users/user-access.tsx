import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { User } from "@vera/contracts/identity";
import {
  changeUser,
  makePasswordLink,
  requirePasswordChange,
  signOutEverywhere,
} from "../../../../shared/api/admin/users.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { useChanged } from "../kit/use-changed.ts";
import { OneTimeLink } from "./one-time-link.tsx";
import "./user-roles.css";

/** Password link, sessions, and being let in at all. */
export function UserAccess({ user }: { user: User }) {
  const { t } = useTranslation();
  const { can, me } = useMe();
  const formats = useFormats();
  const queries = useQueryClient();
  const changed = useChanged("admin-users");
  const link = useMutation({ mutationFn: () => makePasswordLink(user.id) });
  const switchTo = async (disabled: boolean): Promise<void> => {
    queries.setQueryData(["admin-user", user.id], await changeUser(user.id, { disabled }));
    await changed(t(disabled ? "adminPeople.users.disabled" : "adminPeople.users.enabled"));
  };
  const mine = user.id === me.user.id;
  return (
    <div className="drawer-body">
      <dl className="facts">
        <dt>{t("admin.state")}</dt>
        <dd>
          {user.disabledAt
            ? t("adminPeople.users.disabledSince", { when: formats.whenWithDay(user.disabledAt) })
            : t("adminPeople.users.state.enabled")}
        </dd>
        <dt>{t("adminPeople.users.lastSignIn")}</dt>
        <dd>{user.lastSignInAt ? formats.whenWithDay(user.lastSignInAt) : t("adminPeople.users.never")}</dd>
      </dl>
      {link.error ? <ProblemNote error={link.error} /> : null}
      {link.data && <OneTimeLink link={link.data} name={user.name} />}
      {can("user.manage") && (
        <ul className="action-rows">
          <li>
            <div>
              <b>{t("adminPeople.users.passwordLink")}</b>
              <p className="sm mut">{t("adminPeople.users.passwordLinkHint")}</p>
            </div>
            <Button size="small" busy={link.isPending} onClick={() => link.mutate()}>
              {t("adminPeople.users.makeLink")}
            </Button>
          </li>
          {!mine && (
            <li>
              <div>
                <b>{t("adminPeople.users.passwordChange")}</b>
                <p className="sm mut">{t("adminPeople.users.passwordChangeHint")}</p>
              </div>
              <ConfirmButton
                size="small"
                danger={false}
                verb={t("adminPeople.users.askChange")}
                question={t("adminPeople.users.askChangeAsk", { name: user.name })}
                explain={t("adminPeople.users.askChangeExplain")}
                act={async () => {
                  await requirePasswordChange(user.id);
                  await changed(t("adminPeople.users.changeAsked"));
                }}
              />
            </li>
          )}
          <li>
            <div>
              <b>{t("adminPeople.users.sessions")}</b>
              <p className="sm mut">{t("adminPeople.users.sessionsHint")}</p>
            </div>
            <ConfirmButton
              size="small"
              danger={false}
              verb={t("adminPeople.users.signOut")}
              question={t("adminPeople.users.signOutAsk", { name: user.name })}
              explain={t("adminPeople.users.signOutExplain")}
              act={async () => {
                await signOutEverywhere(user.id);
                await changed(t("adminPeople.users.signedOut"));
              }}
            />
          </li>
          {!mine && (
            <li>
              <div>
                <b>{t("adminPeople.users.access")}</b>
                <p className="sm mut">
                  {t(user.disabledAt ? "adminPeople.users.enableHint" : "adminPeople.users.disableHint")}
                </p>
              </div>
              {user.disabledAt ? (
                <ConfirmButton
                  size="small"
                  danger={false}
                  verb={t("adminPeople.users.enable")}
                  question={t("adminPeople.users.enableAsk", { name: user.name })}
                  act={() => switchTo(false)}
                />
              ) : (
                <ConfirmButton
                  size="small"
                  verb={t("adminPeople.users.disable")}
                  question={t("adminPeople.users.disableAsk", { name: user.name })}
                  explain={t("adminPeople.users.disableExplain")}
                  act={() => switchTo(true)}
                />
              )}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
