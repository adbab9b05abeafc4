import { type ComponentProps, lazy, Suspense } from "react";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import type { ArticleView as View } from "./article-view.tsx";

const ArticleView = lazy(async () => ({ default: (await import("./article-view.tsx")).ArticleView }));

/** An article in place; its program comes when the first one is opened. */
export function OpenedArticle(props: ComponentProps<typeof View>) {
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <ArticleView {...props} />
    </Suspense>
  );
}
