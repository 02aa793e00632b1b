import { Skeleton, SkeletonList } from "@shared/ui/States";

export function ShellSkeleton() {
  return (
    <div className="lg:grid lg:grid-cols-[232px_minmax(0,1fr)]">
      <div className="hidden h-dvh border-r border-line lg:block" />
      <main id="main" className="mx-auto w-full max-w-5xl px-5 pt-5 lg:px-9 lg:pt-9">
        <Skeleton className="mb-6 h-8 w-32" />
        <SkeletonList rows={3} height="h-32" />
      </main>
    </div>
  );
}
