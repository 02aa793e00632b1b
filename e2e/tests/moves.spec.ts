import { DESKTOP, expect, locker, openLockers, type Person, test } from "../support/test.ts";

test.beforeEach(async ({ admin }) => {
  await admin.newTerm();
});

async function confirmLocker({ page }: Person, id: number) {
  await openLockers(page);
  await locker(page, id).click();
  const confirm = page.getByRole("button", { name: "이 사물함으로 확정" });
  await expect(confirm).not.toHaveAttribute("aria-busy", "true");
  await confirm.click();
  await expect(page).toHaveURL(/\/lockers\/mine$/);
}

test("a locker is moved to a free one, and the old one is free again", async ({ person }) => {
  const minji = await person();
  const doyun = await person({ viewport: DESKTOP });
  await confirmLocker(minji, 104);
  await openLockers(doyun.page);
  await expect(locker(doyun.page, 104)).toHaveAttribute("data-look", "taken");

  await minji.page.getByRole("link", { name: "다른 칸으로 옮기기" }).tap();
  await expect(minji.page.getByText("옮겨 갈 빈 사물함을 골라 주세요.")).toBeVisible();
  await locker(minji.page, 106).tap();
  await minji.page.getByRole("dialog").getByRole("button", { name: "106번으로 옮기기" }).tap();

  await expect(locker(minji.page, 106)).toHaveAttribute("data-look", "mine");
  await expect(locker(minji.page, 104)).toHaveAttribute("data-look", "free");
  await expect(locker(doyun.page, 104)).toHaveAttribute("data-look", "free");
  await expect(locker(doyun.page, 106)).toHaveAttribute("data-look", "taken");
});

test("two people swap by consent", async ({ person }) => {
  const minji = await person({ name: "김민지" });
  const doyun = await person({ name: "이도윤", viewport: DESKTOP });
  await confirmLocker(minji, 121);
  await confirmLocker(doyun, 122);

  await openLockers(minji.page);
  await locker(minji.page, 122).tap();
  await minji.page.getByLabel("한마디").fill("아랫줄이 필요해요");
  await minji.page.getByRole("button", { name: "교환 부탁하기" }).tap();
  await expect(minji.page.getByRole("dialog")).toBeHidden();

  await expect(doyun.page.getByText("사물함을 바꾸자는 부탁이 왔어요.")).toBeVisible();
  await expect(doyun.page.getByText("김민지 님이 121번과 내 122번을 바꾸자고 해요")).toBeVisible();
  await expect(doyun.page.getByText("아랫줄이 필요해요")).toBeVisible();
  await doyun.page.getByRole("button", { name: "121번과 바꾸기" }).click();

  await expect(doyun.page.getByRole("region", { name: "내 사물함" })).toContainText("121");
  await expect(locker(minji.page, 122)).toHaveAttribute("data-look", "mine");
  await expect(locker(minji.page, 121)).toHaveAttribute("data-look", "taken");
});

test("a locker is kept for the next term", async ({ admin, person }) => {
  await admin.nextTerm("2027-1학기 신청");
  const minji = await person();
  await confirmLocker(minji, 135);
  const card = minji.page.getByRole("region", { name: "다음 학기에도 쓸까요?" });
  await card.getByRole("button", { name: "135번 이어 쓰기" }).tap();
  await expect(card).toContainText("2027-1학기 신청에도 135번을 그대로 써요.");
});

test("a defect is reported from my locker", async ({ person }) => {
  const minji = await person();
  await confirmLocker(minji, 140);
  await minji.page.getByRole("button", { name: "고장 신고" }).tap();
  await minji.page.getByRole("button", { name: "신고 보내기" }).tap();
  await expect(minji.page.getByText("어떤 문제인지 한 줄만 적어 주세요.")).toBeVisible();
  await expect(minji.page.getByLabel("어떤 문제인가요")).toBeFocused();
  await minji.page.getByLabel("어떤 문제인가요").fill("문이 닫히지 않아요");
  await minji.page.getByRole("button", { name: "신고 보내기" }).tap();
  await expect(minji.page.getByText("알려 줘서 고마워요.", { exact: false })).toBeVisible();
});
