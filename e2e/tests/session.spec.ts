import { newIdentity } from "../support/member.ts";
import { expect, fillIdentity, test } from "../support/test.ts";

test("what is wrong is said beside its field, before anything is sent", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/");
  await page.getByRole("textbox", { name: "학번" }).fill("1234");
  await page.getByLabel("이름").fill("김");
  await page.getByRole("button", { name: "들어가기" }).click();
  await expect(page.getByText("학번은 숫자 8~10자리예요.")).toBeVisible();
  await expect(page.getByText("이름은 2~20자로 적어 주세요.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "학번" })).toBeFocused();
});

test("who asks for a page is led there after logging in", async ({ visitor }) => {
  const { page, identity } = await visitor();
  await page.goto("/lockers/mine");
  await expect(page).toHaveURL(/\/login/);
  await fillIdentity(page, identity);
  await page.getByRole("button", { name: "들어가기" }).click();
  await expect(page).toHaveURL(/\/lockers\/mine$/);
});

test("another name for a known student id gets no second account, but help", async ({
  visitor,
  person,
  steward,
}) => {
  const identity = newIdentity("김민지");
  await person({ identity });
  const { page } = await visitor();
  await page.goto("/");
  await fillIdentity(page, { ...identity, name: "김민서" });
  await page.getByRole("button", { name: "들어가기" }).click();
  await page.getByRole("button", { name: "도움 요청" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByLabel("이름")).toHaveValue("김민서");
  await sheet.getByLabel("하고 싶은 말").fill("이름을 바꿨어요");
  await sheet.getByRole("button", { name: "도움 요청 보내기" }).click();
  await expect(page.getByText("잘 받았어요.", { exact: false })).toBeVisible();

  const admin = await steward();
  await admin.page.goto("/admin/requests");
  await expect(admin.page.getByText(identity.student_id)).toBeVisible();
  await admin.page.getByRole("button", { name: "이 정보로 고치기" }).first().click();
  await admin.page.getByRole("dialog").getByRole("button", { name: "이 정보로 고치기" }).click();
  await expect(admin.page.getByText("정보를 고쳤어요.")).toBeVisible();

  await page.getByRole("button", { name: "들어가기" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("김민서");
});

test("a session is ended elsewhere", async ({ person }) => {
  const identity = newIdentity();
  const first = await person({ identity });
  const second = await person({ identity });
  await second.page.goto("/me");
  await expect(second.page.getByText("이 기기")).toBeVisible();
  await second.page.getByRole("button", { name: /끊기$/ }).last().click();
  await expect(second.page.getByText("그 기기에서 로그아웃했어요.")).toBeVisible();
  await first.page.goto("/lockers/mine");
  await expect(first.page).toHaveURL(/\/login/);
});

test("logging out ends it, and the language stays chosen", async ({ person }) => {
  const { page } = await person();
  await page.goto("/me");
  await page.getByRole("radio", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My yard");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A yard to share");
  await page.goto("/");
  await expect(page).toHaveURL(/\/login/);
});

test("a member sees no admin pages, and unknown paths lead back", async ({ person }) => {
  const { page } = await person();
  await page.goto("/admin/terms");
  await expect(page.getByText("관리자만 들어올 수 있는 곳이에요.")).toBeVisible();
  await page.goto("/nowhere");
  await expect(page.getByText("이 길에는 아무것도 없어요")).toBeVisible();
  await page.getByRole("link", { name: "홈으로 가기" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("안녕하세요");
});
