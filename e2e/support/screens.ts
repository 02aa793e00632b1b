import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const FOLDER = new URL("../screens/", import.meta.url).pathname;

/** Takes a picture of a screen that has come to rest, and lets axe look for what keeps people out. */
export async function inspect(page: Page, name: string) {
  await expect(page.locator(".shimmer")).toHaveCount(0);
  await page.evaluate(async () => {
    await Promise.all(
      document
        .getAnimations()
        .map((one) =>
          one.effect?.getTiming().iterations === Infinity ? one.cancel() : one.finished.catch(() => {}),
        ),
    );
  });
  await page.screenshot({ path: `${FOLDER}${name}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    (one) => `${one.id} (${one.impact}): ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
  expect(found, `axe on ${name}`).toEqual([]);
}
