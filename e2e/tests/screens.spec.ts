import { Member } from "../support/member.ts";
import { inspect } from "../support/screens.ts";
import { DESKTOP, expect, locker, openLockers, type Person, PHONE, test } from "../support/test.ts";

const LOOKS = [
  { name: "phone-light", viewport: PHONE, colorScheme: "light" },
  { name: "phone-dark", viewport: PHONE, colorScheme: "dark" },
  { name: "desktop-light", viewport: DESKTOP, colorScheme: "light" },
  { name: "desktop-dark", viewport: DESKTOP, colorScheme: "dark" },
] as const;

const TAKEN = [
  101, 102, 105, 106, 109, 110, 111, 114, 115, 118, 119, 123, 126, 127, 128, 130, 131, 134, 138, 139, 142,
  145, 147,
];
const HELD = [107, 121, 140];
const BROKEN = 118;

/** A floor that is lived in: some taken, some on hold, one broken. */
async function fillFloor() {
  for (const id of [...TAKEN, ...HELD]) {
    if (id === BROKEN) continue;
    const member = await Member.enter();
    await member.hold(id);
    if (!HELD.includes(id)) await member.confirm(id);
  }
}

for (const look of LOOKS) {
  test.describe(look.name, () => {
    // Each test visits a dozen screens and lets axe read them.
    test.describe.configure({ timeout: 240_000 });
    const seen = { viewport: look.viewport, colorScheme: look.colorScheme };
    const shot = (who: Person, name: string) => inspect(who.page, `${look.name}/${name}`);

    test("before the log-in", async ({ visitor }) => {
      const who = await visitor(seen);
      await who.page.goto("/");
      await expect(who.page.getByRole("heading", { level: 1 })).toBeVisible();
      await shot(who, "log-in");
      await who.page.getByRole("button", { name: "들어가기" }).click();
      await shot(who, "log-in-wrong");
      await who.page.getByRole("tab", { name: "비밀번호로" }).click();
      await shot(who, "log-in-password");
      await who.page.getByRole("button", { name: "들어갈 수 없어요?" }).click();
      await shot(who, "access-request");
    });

    test("the opening", async ({ admin, person }) => {
      await admin.newTerm(3 * 86_400_000 + 72_000);
      const who = await person(seen);
      await openLockers(who.page);
      await shot(who, "opening-days");
      await admin.newTerm(58_000);
      await openLockers(who.page);
      await expect(who.page.getByRole("timer").first()).toHaveText(/^\d\d\.\d$/);
      await shot(who, "opening-last-minute");
      await who.page.goto("/");
      await expect(who.page.getByRole("timer").first()).toBeVisible();
      await shot(who, "home-waiting");
    });

    test("lockers", async ({ admin, person }) => {
      await admin.newTerm();
      await admin.markBroken(BROKEN).catch(() => undefined);
      await fillFloor();
      const who = await person({ ...seen, name: "김하늘" });
      await expect(who.page.getByText("아직 사물함이 없어요")).toBeVisible();
      await shot(who, "home-empty");
      await openLockers(who.page);
      await shot(who, "lockers");
      await locker(who.page, 101).click();
      await expect(who.page.getByRole("dialog")).toBeVisible();
      await shot(who, "lockers-taken");
      await who.page.keyboard.press("Escape");
      await locker(who.page, 129).click();
      const confirm = who.page.getByRole("button", { name: "이 사물함으로 확정" });
      await expect(confirm).not.toHaveAttribute("aria-busy", "true");
      await shot(who, "hold");
      await who.page.goto("/me");
      await expect(who.page.getByText("이 기기")).toBeVisible();
      await shot(who, "me");
      await who.page.goto("/lockers/mine");
      await expect(confirm).toBeVisible();
      await shot(who, "my-locker-held");
      await confirm.click();
      await expect(who.page.getByText("이용 안내")).toBeVisible();
      await shot(who, "my-locker");
      await who.page.getByRole("button", { name: "반납하기" }).click();
      await shot(who, "my-locker-return");
      await who.page.goto("/");
      await expect(who.page.getByRole("link", { name: /129/ })).toBeVisible();
      await shot(who, "home");
      await openLockers(who.page, "/lockers?do=swap");
      await shot(who, "lockers-swap");
      await locker(who.page, 101).click();
      await shot(who, "swap");
      await who.page.keyboard.press("Escape");
      await who.context.setOffline(true);
      await expect(who.page.getByText("인터넷이 끊겼어요", { exact: false })).toBeVisible();
      await shot(who, "lockers-offline");
    });

    test("what goes wrong", async ({ person }) => {
      const who = await person(seen);
      await who.page.goto("/nowhere");
      await shot(who, "not-found");
      await who.page.goto("/admin");
      await shot(who, "forbidden");
      await who.page.route("**/api/v1/lockers", (route) => route.fulfill({ status: 500, body: "{}" }));
      await who.page.goto("/lockers");
      await expect(who.page.getByRole("alert")).toBeVisible();
      await shot(who, "lockers-failed");
      await who.page.goto("/lockers/mine");
      await expect(who.page.getByText("아직 사물함이 없어요")).toBeVisible();
      await shot(who, "my-locker-none");
    });

    test("administration", async ({ admin, steward }) => {
      await admin.newTerm();
      const who = await steward(seen);
      const visit = async (path: string, name: string, text: string | RegExp) => {
        await who.page.goto(path);
        await expect(who.page.getByText(text).first()).toBeVisible();
        await shot(who, name);
      };
      await visit("/admin", "admin", "사물함 목록");
      await visit("/admin/lockers", "admin-lockers", "내보내기");
      await visit("/admin/lockers/101", "admin-locker", "이력");
      await visit("/admin/places", "admin-places", "정보관 1층");
      await who.page.getByRole("button", { name: "새 구역" }).click();
      await who.page.getByLabel("첫 번호").fill("901");
      await shot(who, "admin-new-block");
      await who.page.keyboard.press("Escape");
      await who.page.getByRole("link", { name: /정보관 1층/ }).click();
      await expect(who.page.getByRole("grid")).toBeVisible();
      await shot(who, "admin-place");
      await visit("/admin/import", "admin-import", "가져오기");
      await visit("/admin/terms", "admin-terms", "신청 중");
      await who.page.getByRole("button", { name: "새 신청 기간" }).click();
      await shot(who, "admin-new-term");
      await visit("/admin/defects", "admin-defects", "기다리는 것");
      await visit("/admin/members", "admin-members", "역할");
      await visit("/admin/roster", "admin-roster", "들어올 수 있는 사람");
      await visit("/admin/requests", "admin-requests", "기다리는 것");
    });
  });
}
