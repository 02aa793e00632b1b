import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { firstLoad } from "./budget.mjs";
import { catalogueProblems } from "./catalogues.mjs";
import { brokenWalls } from "./walls.mjs";

const fixture = (name) => fileURLToPath(new URL(`./fixtures/${name}/src`, import.meta.url));

describe("the wall check", () => {
  it("lets a feature import shared and itself, and the app everything", () => {
    const broken = brokenWalls(fixture("walls"));
    expect(broken.filter((line) => line.startsWith("features/alpha") || line.startsWith("app"))).toEqual([]);
  });

  it("fails on a feature that reaches into another, into the app, or lazily", () => {
    expect(brokenWalls(fixture("walls"))).toEqual(
      expect.arrayContaining([
        "features/beta/bad.ts imports @features/alpha/own",
        "features/beta/bad.ts imports ../alpha/good",
        "features/beta/bad.ts imports ../../app/app",
        "features/beta/bad.ts imports ../alpha/own",
        "shared/lib/thing.ts imports ../../features/alpha/own",
      ]),
    );
  });
});

describe("the catalogue check", () => {
  it("finds what is missing, unused or said differently", () => {
    expect(catalogueProblems(fixture("catalogues")).sort()).toEqual(
      [
        "en lacks shop.only_ko",
        "no text for shop.absent",
        "no text matches /^shop\\.colour\\.[a-z_]+$/",
        "shop.idle is never used",
        "shop.open: only ko shows {{at}}",
      ].sort(),
    );
  });
});

describe("the budget", () => {
  it("adds up what the first page loads, not what comes later", () => {
    const dist = mkdtempSync(join(tmpdir(), "budget-"));
    mkdirSync(join(dist, "assets"));
    for (const name of ["main", "vendor", "later"])
      writeFileSync(join(dist, "assets", `${name}.js`), `/* ${name} */`);
    const manifest = {
      "index.html": {
        file: "assets/main.js",
        isEntry: true,
        imports: ["_vendor"],
        dynamicImports: ["src/later.ts"],
      },
      _vendor: { file: "assets/vendor.js" },
      "src/later.ts": { file: "assets/later.js", imports: ["index.html"] },
    };
    const files = firstLoad(dist, manifest, []).files.map((file) => file.name);
    expect(files.sort()).toEqual(["assets/main.js", "assets/vendor.js"]);
    const opened = firstLoad(dist, manifest, ["src/later.ts"]).files.map((file) => file.name);
    expect(opened.sort()).toEqual(["assets/later.js", "assets/main.js", "assets/vendor.js"]);
  });
});
