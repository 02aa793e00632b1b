import { expect, locker, openLockers, test } from "../support/test.ts";

test("offline is said, and healed with what was missed", async ({ admin, person }) => {
  await admin.newTerm();
  const minji = await person();
  const doyun = await person();
  await openLockers(minji.page);
  await openLockers(doyun.page);

  await doyun.context.setOffline(true);
  await expect(doyun.page.getByText("인터넷이 끊겼어요", { exact: false })).toBeVisible();
  await locker(minji.page, 131).tap();
  await expect(minji.page.getByRole("dialog")).toContainText("131번을 잡아 두었어요");
  await expect(locker(doyun.page, 131)).toHaveAttribute("data-look", "free");

  await locker(doyun.page, 132).tap();
  await expect(doyun.page.getByText("인터넷 연결을 확인해 주세요.")).toBeVisible();
  await expect(locker(doyun.page, 132)).toHaveAttribute("data-look", "free");

  await doyun.context.setOffline(false);
  await expect(doyun.page.locator('[data-connection="live"]').first()).toBeAttached();
  await expect(locker(doyun.page, 131)).toHaveAttribute("data-look", "held");
  await locker(doyun.page, 132).tap();
  await expect(doyun.page.getByRole("dialog")).toContainText("132번을 잡아 두었어요");
});

test("without a socket the screen asks again by itself", async ({ admin, person }) => {
  await admin.newTerm();
  const minji = await person();
  const doyun = await person();
  await doyun.page.routeWebSocket(/realtime/, (socket) => socket.close({ code: 1012, reason: "restart" }));
  await openLockers(minji.page);
  await doyun.page.goto("/lockers");
  await expect(doyun.page.getByText("다시 잇는 중")).toBeVisible();
  await locker(minji.page, 133).tap();
  await expect(locker(doyun.page, 133)).toHaveAttribute("data-look", "held");
});
