import { Suspense, useState } from "react";
import { type AroundNavHandler, Redirect, Route, Router, Switch } from "wouter";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { useMe } from "../session/me-context.ts";
import { AdminNav } from "./admin-nav.tsx";
import { AreaTabs } from "./area-tabs.tsx";
import { AREAS } from "./areas.ts";
import { ConfirmDialog } from "./kit/confirm-dialog.tsx";
import { forgetUnsaved, hasUnsaved } from "./kit/unsaved.ts";
import "./admin-page.css";

/** The list of what is administered at the left, the open area at the right; leaving an unsaved form asks. */
export function AdminPage() {
  const { t } = useTranslation();
  const { can } = useMe();
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const areas = AREAS.filter((area) => area.permissions.some(can) && (!area.reads || can(area.reads)));
  const ask: AroundNavHandler = (navigate, to, options) => {
    if (hasUnsaved()) setLeaving(() => () => navigate(to, options));
    else navigate(to, options);
  };
  const first = areas[0];
  return (
    <Router aroundNav={ask}>
      <div className="admin">
        <AdminNav areas={areas} />
        <div className="admin-area">
          <AreaTabs areas={areas} />
          <div className="admin-page">
            <Suspense fallback={<Skeleton lines={8} />}>
              <Switch>
                {areas.map((area) => (
                  <Route key={area.id} path={`/admin/${area.id}/*?`} component={area.page} />
                ))}
                <Route>{first && <Redirect to={`/admin/${first.id}`} replace />}</Route>
              </Switch>
            </Suspense>
          </div>
        </div>
      </div>
      {leaving && (
        <ConfirmDialog
          title={t("admin.leaveTitle")}
          verb={t("admin.discard")}
          back={t("admin.keepEditing")}
          act={() => {
            forgetUnsaved();
            leaving();
          }}
          onDone={() => setLeaving(null)}
          onClose={() => setLeaving(null)}
        >
          <p>{t("admin.leaveText")}</p>
        </ConfirmDialog>
      )}
    </Router>
  );
}
