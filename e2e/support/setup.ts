import { Admin } from "./admin.ts";
import { startServer } from "./server.ts";

const FIRST_PLACE = "정보관 1층";
const SECOND_PLACE = "과학도서관 6층";

function grid(location: string, floor: number, first: number, rows: number, columns: number): string[] {
  return Array.from(
    { length: rows * columns },
    (_, i) => `${first + i},${location},${floor},${1 + Math.floor(i / columns)},${1 + (i % columns)}`,
  );
}

async function furnish(admin: Admin) {
  await admin.importLockers([...grid(FIRST_PLACE, 1, 101, 6, 8), ...grid(SECOND_PLACE, 6, 601, 3, 8)]);
  await admin.instruct(FIRST_PLACE, "출입문은 22시에 닫혀요.\n자물쇠는 1층 행정실에서 받아 가세요.");
}

/** One server for all tests, with two floors of lockers. MADANG_URL takes one that runs already. */
export default async function setup() {
  const running = process.env.MADANG_URL ? null : await startServer();
  process.env.MADANG_URL ??= running?.url ?? "";
  try {
    await furnish(await Admin.logIn());
  } catch (failure) {
    await running?.stop();
    throw failure;
  }
  return async () => {
    await running?.stop();
  };
}
