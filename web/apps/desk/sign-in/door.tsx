import type { ReactNode } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { DemoMark } from "../shell/demo-mark.tsx";
import { VeraMark } from "../shell/vera-mark.tsx";
import "./door.css";

/** The page before the desk: the mark and one thing to do. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="door">
      <header className="door-head console">
        <VeraMark />
        <div>
          <b>Vera</b>
          <p>{t("signIn.product")}</p>
          <DemoMark />
        </div>
      </header>
      <main className="door-main">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
