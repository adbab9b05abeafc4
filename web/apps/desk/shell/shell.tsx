import { lazy, Suspense, useEffect, useState } from "react";
import { Redirect, Route, Switch } from "wouter";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { installKeys, TWICE_MS } from "../../../shared/keys/key-listener.ts";
import { useKey } from "../../../shared/keys/use-key.ts";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { toast } from "../../../shared/ui/toast-store.ts";
import { useDial } from "../phone/use-dial.ts";
import { useMe } from "../session/me-context.ts";
import { Bands } from "./bands.tsx";
import { Rail } from "./rail.tsx";
import { SECTIONS } from "./sections.ts";
import { TopBar } from "./top-bar.tsx";
import { type TopBarPlaces, TopBarPlacesProvider } from "./top-bar-slot.tsx";
import "./shell.css";

const KeysDialog = lazy(async () => ({ default: (await import("./keys-dialog.tsx")).KeysDialog }));
const SearchPalette = lazy(async () => ({ default: (await import("./search-palette.tsx")).SearchPalette }));

/** Top bar, rail and the section that is open. */
export function Shell() {
  const { t } = useTranslation();
  const { can } = useMe();
  const [places, setPlaces] = useState<TopBarPlaces>({ start: null, end: null });
  const dial = useDial();
  const [floating, setFloating] = useState<"keys" | "search" | null>(null);
  useEffect(() => installKeys(() => toast(t("shell.pressTwice"), "risk", TWICE_MS)), [t]);
  useKey("help", () => setFloating("keys"));
  const searchKeys = useKey("search", () => setFloating("search"));
  const sections = SECTIONS.filter((section) => section.permissions.some(can));
  const first = sections[0];
  return (
    <TopBarPlacesProvider value={places}>
      <a className="skip" href="#contact">
        {t("shell.skip")}
      </a>
      <div className="shell">
        <TopBar onPlaces={setPlaces} searchKeys={searchKeys} onSearch={() => setFloating("search")} />
        <Rail sections={sections} onHelp={() => setFloating("keys")} />
        <Bands />
        <div className="work-area" id="contact" tabIndex={-1}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Switch>
              {sections.map((section) => (
                <Route
                  key={section.id}
                  path={section.path === "/" ? "/" : `${section.path}/*?`}
                  component={section.page}
                />
              ))}
              <Route>
                {first ? <Redirect to={first.path} /> : <p className="empty">{t("shell.nothing")}</p>}
              </Route>
            </Switch>
          </Suspense>
        </div>
      </div>
      <Suspense>
        {floating === "keys" && <KeysDialog onClose={() => setFloating(null)} />}
        {floating === "search" && (
          <SearchPalette sections={sections} dial={dial} onClose={() => setFloating(null)} />
        )}
      </Suspense>
    </TopBarPlacesProvider>
  );
}
