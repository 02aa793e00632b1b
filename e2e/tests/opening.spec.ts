import { DESKTOP, expect, locker, openLockers, test } from "../support/test.ts";

const OPENS_IN_MS = 12_000;
// The promise is "on the second"; a shared machine gets some slack.
const LATE_MAX_MS = 2_500;

test("the countdown runs on the server's clock and the lockers open on time", async ({ admin, person }) => {
  const minji = await person();
  const doyun = await person({ viewport: DESKTOP });
  const { opensAt } = await admin.newTerm(OPENS_IN_MS);
  await openLockers(minji.page);
  await openLockers(doyun.page);

  const timer = minji.page.getByRole("timer", { name: "열릴 때까지 남은 시간" });
  await expect(timer).toBeVisible();
  await expect(timer).toHaveText(/^\d\d\.\d$/);
  await expect(minji.page.getByText(/서버 시각 \d\d:\d\d:\d\d\.\d/)).toBeVisible();

  await locker(minji.page, 105).tap();
  await expect(minji.page.getByText("아직 열리지 않았어요")).toBeVisible();
  await expect(minji.page.getByRole("dialog")).toBeHidden();

  await expect(minji.page.getByText("신청 중", { exact: true })).toBeVisible({
    timeout: OPENS_IN_MS + 5_000,
  });
  const late = Date.now() - opensAt;
  expect(late).toBeGreaterThan(-50);
  expect(late).toBeLessThan(LATE_MAX_MS);

  await locker(minji.page, 105).tap();
  await expect(minji.page.getByRole("dialog")).toContainText("105번을 잡아 두었어요");
  await expect(locker(doyun.page, 105)).toHaveAttribute("data-look", "held");
});

test("a wrong clock on the device changes nothing", async ({ admin, person }) => {
  const minji = await person();
  await admin.newTerm(60_000);
  // The device believes it is an hour later: by its own clock the lockers would be open.
  await minji.page.clock.install({ time: Date.now() + 3_600_000 });
  await openLockers(minji.page);
  const timer = minji.page.getByRole("timer", { name: "열릴 때까지 남은 시간" });
  await expect(timer).toBeVisible();
  await expect(timer).toHaveText(/^(00:\d\d|\d\d\.\d)$/);
});
