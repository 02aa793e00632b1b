import { DESKTOP, expect, locker, openLockers, test } from "../support/test.ts";

test.beforeEach(async ({ admin }) => {
  await admin.newTerm();
});

test("one takes a locker on the phone, the other sees it on the desktop without a reload", async ({
  person,
}) => {
  const minji = await person({ name: "김민지" });
  const doyun = await person({ name: "이도윤", viewport: DESKTOP });
  await openLockers(minji.page);
  await openLockers(doyun.page);

  await locker(minji.page, 113).tap();
  await expect(minji.page.getByRole("dialog")).toContainText("113번을 잡아 두었어요");
  await expect(locker(minji.page, 113)).toHaveAttribute("data-look", "my_hold");
  await expect(locker(doyun.page, 113)).toHaveAttribute("data-look", "held");
  await expect(locker(doyun.page, 113)).toHaveAccessibleName("113번, 정보관 1층, 선점 중");

  await minji.page.getByRole("button", { name: "이 사물함으로 확정" }).tap();
  await expect(minji.page).toHaveURL(/\/lockers\/mine$/);
  await expect(minji.page.getByText("자물쇠는 1층 행정실에서 받아 가세요.")).toBeVisible();
  await expect(locker(doyun.page, 113)).toHaveAttribute("data-look", "taken");

  await minji.page.getByRole("button", { name: "반납하기" }).tap();
  await minji.page.getByRole("dialog").getByRole("button", { name: "반납하기" }).tap();
  await expect(minji.page.getByText("아직 사물함이 없어요")).toBeVisible();
  await expect(locker(doyun.page, 113)).toHaveAttribute("data-look", "free");
});

test("a hold that is let go is free for the other at once", async ({ person }) => {
  const minji = await person();
  const doyun = await person({ viewport: DESKTOP });
  await openLockers(minji.page);
  await openLockers(doyun.page);
  await locker(minji.page, 120).tap();
  await expect(locker(doyun.page, 120)).toHaveAttribute("data-look", "held");
  await minji.page.getByRole("button", { name: "놓아주기" }).tap();
  await expect(minji.page.getByRole("dialog")).toBeHidden();
  await expect(locker(minji.page, 120)).toHaveAttribute("data-look", "free");
  await expect(locker(doyun.page, 120)).toHaveAttribute("data-look", "free");
});

test("who comes second is told so, and takes the locker beside it with one touch", async ({ person }) => {
  const minji = await person();
  const doyun = await person();
  // Doyun's screen hears nothing of what others do, so that the touch comes too late.
  await doyun.page.routeWebSocket(/realtime/, () => {});
  await openLockers(minji.page);
  await openLockers(doyun.page);
  await doyun.page.route("**/api/v1/lockers", (route) => route.abort());
  await locker(minji.page, 130).tap();
  await expect(minji.page.getByRole("dialog")).toContainText("130번을 잡아 두었어요");

  await expect(locker(doyun.page, 130)).toHaveAttribute("data-look", "free");
  await locker(doyun.page, 130).tap();
  const sheet = doyun.page.getByRole("dialog");
  await expect(sheet).toContainText("130번은 방금 다른 분이 선택했어요");
  await sheet
    .getByRole("button", { name: /번 잡기$/ })
    .first()
    .tap();
  await expect(doyun.page.getByRole("dialog")).toContainText("번을 잡아 두었어요");
  await expect(doyun.page.locator('[data-look="my_hold"]')).toHaveCount(1);
});
