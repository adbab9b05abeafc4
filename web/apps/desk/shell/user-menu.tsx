import {
  IconDeviceLaptop,
  IconHeadset,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconSunMoon,
} from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import { changePreferences, signOut } from "../../../shared/api/session.ts";
import { setLocale } from "../../../shared/i18n/i18n.ts";
import { LOCALES, type Locale } from "../../../shared/i18n/texts-store.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import {
  currentDensity,
  currentTheme,
  DENSITIES,
  listenTheme,
  setDensity,
  setTheme,
  THEMES,
} from "../../../shared/theme/theme.ts";
import { Menu, type MenuEntry } from "../../../shared/ui/menu.tsx";
import { PersonMark } from "../../../shared/ui/person-mark.tsx";
import { usePhone } from "../phone/phone-context.ts";
import { useMe } from "../session/me-context.ts";

const HeadsetDialog = lazy(async () => ({
  default: (await import("../phone/headset-dialog.tsx")).HeadsetDialog,
}));
const KeysDialog = lazy(async () => ({ default: (await import("./keys-dialog.tsx")).KeysDialog }));
const SessionsDialog = lazy(async () => ({
  default: (await import("./sessions-dialog.tsx")).SessionsDialog,
}));

const THEME_ICONS = { auto: IconSunMoon, light: IconSun, dark: IconMoon };

export function UserMenu() {
  const { t, locale } = useTranslation();
  const { me } = useMe();
  const phone = usePhone();
  const queries = useQueryClient();
  const [open, setOpen] = useState<"headset" | "keys" | "sessions" | null>(null);
  const theme = useSyncExternalStore(listenTheme, currentTheme);
  const density = useSyncExternalStore(listenTheme, currentDensity);
  const leave = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      queries.clear();
      await queries.resetQueries({ queryKey: ["me"] });
    },
  });
  const speak = async (id: Locale): Promise<void> => {
    await setLocale(id);
    // Kept with the person too, for the next computer; here it holds already.
    await changePreferences({ locale: id }).catch(() => undefined);
  };
  const entries: MenuEntry[] = [
    { kind: "heading", id: "who", label: `${me.user.name} · ${me.user.username}` },
    ...(phone
      ? [{ id: "headset", label: t("shell.headset"), icon: IconHeadset, onPick: () => setOpen("headset") }]
      : []),
    { id: "keys", label: t("shell.myKeys"), icon: IconKeyboard, hint: "?", onPick: () => setOpen("keys") },
    {
      id: "sessions",
      label: t("shell.mySessions"),
      icon: IconDeviceLaptop,
      onPick: () => setOpen("sessions"),
    },
    { kind: "line", id: "line-1" },
    { kind: "heading", id: "theme", label: t("shell.theme") },
    ...THEMES.map(
      (id): MenuEntry => ({
        id: `theme-${id}`,
        label: t(`shell.themes.${id}`),
        icon: THEME_ICONS[id],
        checked: theme === id,
        onPick: () => setTheme(id),
      }),
    ),
    { kind: "heading", id: "density", label: t("shell.density") },
    ...DENSITIES.map(
      (id): MenuEntry => ({
        id: `density-${id}`,
        label: t(`shell.densities.${id}`),
        checked: density === id,
        onPick: () => setDensity(id),
      }),
    ),
    { kind: "heading", id: "language", label: t("shell.language") },
    ...LOCALES.map(
      (id): MenuEntry => ({
        id: `locale-${id}`,
        label: t(`shell.locales.${id}`),
        icon: IconLanguage,
        checked: locale === id,
        onPick: () => void speak(id),
      }),
    ),
    { kind: "line", id: "line-2" },
    { id: "leave", label: t("shell.signOut"), icon: IconLogout, onPick: () => leave.mutate() },
  ];
  return (
    <>
      <Menu label={t("shell.me")} entries={entries} align="end">
        {(trigger) => (
          <button
            type="button"
            className="me-button"
            aria-label={t("shell.meButton", { name: me.user.name })}
            data-tip={me.user.name}
            {...trigger}
          >
            <PersonMark name={me.user.name} />
          </button>
        )}
      </Menu>
      <Suspense>
        {open === "headset" && <HeadsetDialog onClose={() => setOpen(null)} />}
        {open === "keys" && <KeysDialog onClose={() => setOpen(null)} />}
        {open === "sessions" && <SessionsDialog onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}
