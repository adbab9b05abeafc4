import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { hasCode } from "../../../shared/api/problem.ts";
import { setSignedOutHandler } from "../../../shared/api/request.ts";
import { readMe } from "../../../shared/api/session.ts";
import { adoptLocale } from "../../../shared/i18n/i18n.ts";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { isPasswordLink } from "../sign-in/password-link.ts";
import { SignInPage } from "../sign-in/sign-in-page.tsx";
import { MeProvider } from "./me-context.ts";
import type { DeskServices } from "./services.ts";

// Seldom seen: not part of what everybody waits for.
const PasswordLinkPage = lazy(async () => ({
  default: (await import("../sign-in/password-link-page.tsx")).PasswordLinkPage,
}));
const MustChangePage = lazy(async () => ({
  default: (await import("../sign-in/must-change-page.tsx")).MustChangePage,
}));
const Workspace = lazy(async () => ({ default: (await import("../shell/workspace.tsx")).Workspace }));

/** Signed out: the door. Signed in: the workspace, from here on with `useMe`. */
export function SessionGate({ services }: { services: DeskServices }) {
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Gate services={services} />
    </Suspense>
  );
}

function Gate({ services }: { services: DeskServices }) {
  const queries = useQueryClient();
  const me = useQuery({ queryKey: ["me"], queryFn: readMe, staleTime: Number.POSITIVE_INFINITY });
  useEffect(() => setSignedOutHandler(() => void queries.resetQueries({ queryKey: ["me"] })), [queries]);
  const spoken = me.data?.user.locale;
  useEffect(() => {
    if (spoken) void adoptLocale(spoken);
  }, [spoken]);
  if (isPasswordLink(location)) return <PasswordLinkPage />;
  if (me.isPending) return <Skeleton lines={6} />;
  if (hasCode(me.error, "unauthenticated")) return <SignInPage />;
  if (me.data?.user.mustChangePassword) return <MustChangePage />;
  if (me.data) {
    return (
      <MeProvider value={me.data}>
        <Workspace services={services} />
      </MeProvider>
    );
  }
  return (
    <main className="door-problem">
      <ProblemNote error={me.error} onRetry={() => void me.refetch()} />
    </main>
  );
}
