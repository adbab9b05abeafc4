import { type ComponentProps, lazy, Suspense } from "react";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import type { ArticleResults as Results } from "./article-results.tsx";

const ArticleResults = lazy(async () => ({
  default: (await import("./article-results.tsx")).ArticleResults,
}));

/** The results where the desk offers them; their program comes when they are first asked for. */
export function OfferedArticles(props: ComponentProps<typeof Results>) {
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      <ArticleResults {...props} />
    </Suspense>
  );
}
