import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findJava } from "./jdk.ts";

export const ADMIN_PASSWORD = "admin-password";

const JAR =
  process.env.MADANG_JAR || fileURLToPath(new URL("../../server/target/madang.jar", import.meta.url));
const START_WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 30_000;

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function healthy(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/health`).catch(() => null);
  return answer?.ok ?? false;
}

async function awaitTrue(condition: () => Promise<boolean> | boolean, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

export interface RunningServer {
  url: string;
  stop: () => Promise<void>;
}

/** Starts the jar on a free port of this machine with a database of its own. */
export async function startServer(): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), "madang-e2e-"));
  // The database runs as another user when started as root.
  chmodSync(data, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(data, "server.log");
  const log = openSync(logFile, "a");
  const child: ChildProcess = spawn(findJava(), ["-Xmx512m", "-jar", JAR], {
    env: {
      ...process.env,
      MADANG_PORT: String(port),
      MADANG_DATA: join(data, "madang"),
      MADANG_DEMO: "false",
      MADANG_ADMIN_PASSWORD: ADMIN_PASSWORD,
    },
    stdio: ["ignore", log, log],
  });
  const over = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (!over()) child.kill("SIGTERM");
    if (!(await awaitTrue(over, STOP_WITHIN_MS))) child.kill("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  };
  const up = await awaitTrue(async () => over() || (await healthy(url)), START_WITHIN_MS);
  if (!up || over()) {
    const said = readFileSync(logFile, "utf8").slice(-4_000);
    await stop();
    throw new Error(`The server did not start:\n${said}`);
  }
  return { url, stop };
}
