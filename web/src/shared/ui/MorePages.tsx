import { useT } from "../i18n";
import { Button } from "./Button";

/** Fetches the next page of a list when there is one. */
export function MorePages({
  list,
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const t = useT();
  if (!list.hasNextPage) return null;
  return (
    <Button wide busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
      {t("shared.more")}
    </Button>
  );
}
