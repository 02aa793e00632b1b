import { DESKTOP, expect, locker, openLockers, test } from "../support/test.ts";

test.beforeEach(async ({ admin }) => {
  await admin.newTerm();
});

const seconds = (face: string | null) => {
  const [minutes = "0", rest = "0"] = (face ?? "").split(":");
  return Number(minutes) * 60 + Number(rest);
};

test("the timer of a hold runs on every page", async ({ person }) => {
  const { page } = await person();
  await openLockers(page);
  await locker(page, 112).tap();
  const inSheet = page.getByRole("dialog").getByRole("timer");
  await expect(inSheet).toHaveText(/^1[45]:\d\d$/);
  const before = seconds(await inSheet.textContent());
  await expect.poll(async () => seconds(await inSheet.textContent())).toBeLessThan(before);
  await page.getByRole("button", { name: "닫기" }).tap();

  await page.getByRole("link", { name: "홈" }).tap();
  await expect(page.getByRole("timer", { name: "확정까지 남은 시간" }).first()).toHaveText(/^14:\d\d$/);
  await page.getByRole("link", { name: "내 마당" }).tap();
  const pill = page.getByRole("link", { name: /112번/ });
  await expect(pill.getByRole("timer")).toHaveText(/^14:\d\d$/);
  await pill.tap();
  await expect(page.getByRole("button", { name: "이 사물함으로 확정" })).toBeVisible();
});

test("the hold survives a reload", async ({ person }) => {
  const { page } = await person();
  await openLockers(page);
  await locker(page, 119).tap();
  await expect(page.getByRole("dialog")).toContainText("119번을 잡아 두었어요");
  await expect(page.getByRole("button", { name: "이 사물함으로 확정" })).not.toHaveAttribute(
    "aria-busy",
    "true",
  );
  await page.reload();
  await expect(locker(page, 119)).toHaveAttribute("data-look", "my_hold");
});

test("a locker is held with the keyboard alone", async ({ person }) => {
  const { page } = await person({ viewport: DESKTOP });
  await openLockers(page);
  const first = locker(page, 101);
  await first.focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
  await expect(locker(page, 111)).toBeFocused();
  await page.keyboard.press("End");
  await expect(locker(page, 116)).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(locker(page, 109)).toHaveAccessibleName("109번, 정보관 1층, 비어 있음");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toContainText("109번을 잡아 두었어요");

  const confirm = page.getByRole("button", { name: "이 사물함으로 확정" });
  await expect(confirm).not.toHaveAttribute("aria-busy", "true");
  for (let i = 0; i < 6 && !(await confirm.evaluate((button) => button === document.activeElement)); i++) {
    await page.keyboard.press("Tab");
  }
  await expect(confirm).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/lockers\/mine$/);
});
