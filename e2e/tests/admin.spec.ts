import { DESKTOP, expect, locker, openLockers, test } from "../support/test.ts";

test("an admin draws a block of lockers, sees it in its place and edits a position", async ({
  admin,
  steward,
}) => {
  await admin.newTerm();
  const { page } = await steward({ viewport: DESKTOP });
  await page.goto("/admin/places");
  await page.getByRole("button", { name: "새 구역" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "만들기" }).click();
  await expect(sheet.getByText("장소 이름을 적어 주세요.")).toBeVisible();
  await sheet.getByLabel("장소").fill("학생회관");
  await sheet.getByLabel("층").fill("2");
  await sheet.getByLabel("첫 번호").fill("301");
  await sheet.getByLabel("줄").fill("3");
  await sheet.getByLabel("칸").fill("5");
  await expect(sheet.getByText("301번부터 315번까지 15개")).toBeVisible();
  await sheet.getByRole("button", { name: "만들기" }).click();
  await expect(page.getByText("사물함 15개를 만들었어요.")).toBeVisible();

  await page.getByRole("link", { name: /학생회관/ }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await locker(page, 315).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("315번 사물함");
  await page.getByRole("button", { name: "위치 고치기" }).click();
  await page.getByRole("dialog").getByLabel("줄").fill("4");
  await page.getByRole("dialog").getByRole("button", { name: "저장" }).click();
  await expect(page.getByText("4번째 줄 5번째 칸")).toBeVisible();
});

test("a CSV file is imported, and its broken lines are listed", async ({ steward }) => {
  const { page } = await steward();
  await page.goto("/admin/import");
  const csv =
    "locker_id,location,floor,row,column\n401,예술관 1층,1,1,1\nabc,예술관 1층,1,1,2\n403,예술관 1층,1,1,3\n";
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "사물함.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: "가져오기" }).click();
  const result = page.getByRole("region", { name: "결과" });
  await expect(result).toContainText("새로 2건");
  await expect(result).toContainText("3번째 줄");
});

test("a term is created, ended, and everything given back", async ({ admin, steward, person }) => {
  await admin.endTerms();
  const { page } = await steward({ viewport: DESKTOP });
  await page.goto("/admin/terms");
  await page.getByRole("button", { name: "새 신청 기간" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "저장" }).click();
  await expect(sheet.getByText("이름을 적어 주세요.")).toBeVisible();
  await sheet.getByLabel("이름").fill("가을 학기");
  const local = (ms: number) => new Date(ms + 9 * 3_600_000).toISOString().slice(0, 19);
  await sheet.getByLabel("신청을 여는 때").fill(local(Date.now() - 500));
  await sheet.getByLabel("신청을 닫는 때").fill(local(Date.now() + 86_400_000));
  await sheet.getByRole("button", { name: "저장" }).click();
  const card = page.getByRole("article", { name: "가을 학기" }).first();
  await expect(card).toContainText("신청 중");

  const minji = await person();
  await openLockers(minji.page);
  await locker(minji.page, 102).tap();
  const confirm = minji.page.getByRole("button", { name: "이 사물함으로 확정" });
  await expect(confirm).not.toHaveAttribute("aria-busy", "true");
  await confirm.tap();
  await expect(minji.page).toHaveURL(/mine$/);

  await card.getByRole("button", { name: "지금 끝내기" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "지금 끝내기" }).click();
  await expect(card).toContainText("끝남");
  await card.getByRole("button", { name: "모두 반납" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "모두 반납" }).click();
  await expect(page.getByText("1개를 반납 처리했어요.")).toBeVisible();
});

test("a locker is revoked with a reason that its owner hears of and the history keeps", async ({
  admin,
  steward,
  person,
}) => {
  await admin.newTerm();
  const minji = await person({ name: "김민지" });
  await openLockers(minji.page);
  await locker(minji.page, 115).tap();
  const confirm = minji.page.getByRole("button", { name: "이 사물함으로 확정" });
  await expect(confirm).not.toHaveAttribute("aria-busy", "true");
  await confirm.tap();
  await expect(minji.page).toHaveURL(/mine$/);

  const { page } = await steward({ viewport: DESKTOP });
  await page.goto("/admin/lockers");
  await page.getByRole("searchbox").fill("115");
  await page.getByRole("link", { name: "115", exact: true }).click();
  await expect(page.getByText(minji.identity.student_id).first()).toBeVisible();
  await page.getByRole("button", { name: "회수하기" }).click();
  await page.getByRole("dialog").getByLabel("까닭").fill("졸업해서 비웠어요");
  await page.getByRole("dialog").getByRole("button", { name: "회수하기" }).click();
  await expect(page.getByText("115번을 회수했어요.")).toBeVisible();
  await expect(page.getByRole("region", { name: "이력" })).toContainText("졸업해서 비웠어요");
  await expect(minji.page.getByText("관리자가 내 사물함을 회수했어요.")).toBeVisible();
  await expect(minji.page.getByText("아직 사물함이 없어요")).toBeVisible();
});

test("a locker is assigned, marked as broken and mended", async ({ admin, steward, person }) => {
  await admin.newTerm();
  const minji = await person({ name: "김민지" });
  const { page } = await steward({ viewport: DESKTOP });
  await page.goto("/admin/lockers/117");
  await page.getByRole("button", { name: "배정하기" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "학번" }).fill(minji.identity.student_id);
  await page.getByRole("dialog").getByLabel("까닭").fill("휠체어로 닿는 높이");
  await page.getByRole("dialog").getByRole("button", { name: "배정하기" }).click();
  await expect(page.getByText("117번을 배정했어요.")).toBeVisible();
  await minji.page.goto("/lockers/mine");
  await expect(minji.page.getByRole("region", { name: "내 사물함" })).toContainText("117");

  await page.goto("/admin/lockers/103");
  await page.getByRole("button", { name: "고장으로 표시" }).click();
  await page.getByRole("dialog").getByLabel("까닭").fill("문이 안 닫혀요");
  await page.getByRole("dialog").getByRole("button", { name: "고장으로 표시" }).click();
  await expect(page.getByText("103번을 고장으로 표시했어요.")).toBeVisible();
  await openLockers(minji.page);
  await expect(locker(minji.page, 103)).toHaveAttribute("data-look", "broken");
  await page.getByRole("button", { name: "고쳤어요" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "고쳤어요" }).click();
  await expect(locker(minji.page, 103)).toHaveAttribute("data-look", "free");
});

test("the roster is closed, filled and opened again", async ({ steward, visitor }) => {
  const { page } = await steward({ viewport: DESKTOP });
  await page.goto("/admin/roster");
  await page.getByRole("radio", { name: "명단에 있는 사람만" }).click();
  await expect(page.getByText("들어올 수 있는 사람을 바꿨어요.")).toBeVisible();
  try {
    const stranger = await visitor();
    await stranger.page.goto("/");
    await stranger.page.getByRole("textbox", { name: "학번" }).fill(stranger.identity.student_id);
    await stranger.page.getByLabel("이름").fill(stranger.identity.name);
    await stranger.page.getByLabel("휴대폰 번호").fill(stranger.identity.phone_number);
    await stranger.page.getByRole("button", { name: "들어가기" }).click();
    await expect(stranger.page.getByRole("button", { name: "도움 요청" })).toBeVisible();

    const { student_id, name, phone_number } = stranger.identity;
    await page
      .getByLabel("또는 붙여 넣기")
      .fill(`student_id,name,phone_number\n${student_id},${name},${phone_number}`);
    await page.getByRole("button", { name: "가져오기" }).click();
    await expect(page.getByRole("region", { name: "결과" })).toContainText("새로 1건");
    await stranger.page.getByRole("button", { name: "들어가기" }).click();
    await expect(stranger.page.getByRole("heading", { level: 1 })).toContainText("안녕하세요");
  } finally {
    await page.getByRole("radio", { name: "누구나" }).click();
    await expect(page.getByRole("radio", { name: "누구나" })).toBeChecked();
  }
});

test("a role is given", async ({ steward, person }) => {
  const minji = await person({ name: "박서윤" });
  const row = () => page.getByRole("row").filter({ hasText: minji.identity.student_id });
  const { page } = await steward({ viewport: DESKTOP });
  await page.goto("/admin/members");
  await page.getByRole("searchbox").fill(minji.identity.student_id);
  await row().getByRole("button", { name: "박서윤 역할 바꾸기" }).click();
  await page.getByLabel("역할", { exact: true }).selectOption("moderator");
  await page.getByRole("dialog").getByRole("button", { name: "저장" }).click();
  await expect(page.getByText("박서윤 님의 역할을 바꿨어요.")).toBeVisible();
  await expect(row()).toContainText("중재자");
});
