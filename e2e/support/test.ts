import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { Admin } from "./admin.ts";
import { type Identity, newIdentity } from "./member.ts";
import { ADMIN_PASSWORD } from "./server.ts";

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 860 };

interface PersonOptions {
  name?: string;
  viewport?: { width: number; height: number };
  colorScheme?: "light" | "dark";
  identity?: Identity;
}

/** One person with a browser of their own. */
export interface Person {
  page: Page;
  context: BrowserContext;
  identity: Identity;
}

interface Fixtures {
  admin: Admin;
  /** Opens a browser context; nobody is logged in yet. */
  visitor: (options?: PersonOptions) => Promise<Person>;
  /** A new member, logged in through the form. */
  person: (options?: PersonOptions) => Promise<Person>;
  /** The admin in a browser. */
  steward: (options?: PersonOptions) => Promise<Person>;
}

export async function fillIdentity(page: Page, identity: Identity) {
  await page.getByRole("textbox", { name: "학번" }).fill(identity.student_id);
  await page.getByRole("textbox", { name: "이름" }).fill(identity.name);
  await page.getByLabel("휴대폰 번호").fill(identity.phone_number);
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameters by their names
  admin: async ({}, use) => {
    await use(await Admin.logIn());
  },

  visitor: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const broken: string[] = [];
    await use(async ({ viewport = PHONE, colorScheme = "light", identity = newIdentity() } = {}) => {
      const context = await browser.newContext({
        baseURL: process.env.MADANG_URL,
        viewport,
        colorScheme,
        hasTouch: viewport.width < 600,
        deviceScaleFactor: Number(process.env.SCREEN_SCALE ?? 1),
      });
      contexts.push(context);
      const page = await context.newPage();
      page.on("console", (said) => {
        if (/Content Security Policy|Content-Security-Policy/.test(said.text())) broken.push(said.text());
      });
      page.on("pageerror", (error) => broken.push(error.message));
      return { page, context, identity };
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(broken, "script errors and things the content security policy refused").toEqual([]);
  },

  person: async ({ visitor }, use) => {
    await use(async (options = {}) => {
      const person = await visitor({ ...options, identity: options.identity ?? newIdentity(options.name) });
      await person.page.goto("/");
      await fillIdentity(person.page, person.identity);
      await person.page.getByRole("button", { name: "들어가기" }).click();
      await expect(person.page.getByRole("heading", { level: 1 })).toContainText("안녕하세요");
      return person;
    });
  },

  steward: async ({ visitor }, use) => {
    await use(async (options = {}) => {
      const person = await visitor(options);
      await person.page.goto("/");
      await person.page.getByRole("tab", { name: "비밀번호로" }).click();
      await person.page.getByLabel("아이디 또는 이메일").fill("admin");
      await person.page.getByLabel("비밀번호", { exact: true }).fill(ADMIN_PASSWORD);
      await person.page.getByRole("button", { name: "들어가기" }).click();
      await expect(person.page.getByRole("heading", { level: 1 })).toContainText("안녕하세요");
      return person;
    });
  },
});

export { expect };

/** A locker on the screen. */
export const locker = (page: Page, id: number) => page.locator(`[data-locker="${id}"]`);

/** Opens the floor and waits until it is live. */
export async function openLockers(page: Page, path = "/lockers") {
  await page.goto(path);
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.locator('[data-connection="live"]').first()).toBeAttached();
}
