import { ErrorState } from "@shared/ui/States";

/** Something in a screen broke, or its script could not be fetched: load the whole page again. */
export function Crash({ error }: { error: unknown }) {
  return <ErrorState error={error} onRetry={() => location.reload()} />;
}
