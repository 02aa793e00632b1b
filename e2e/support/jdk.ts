import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const OLDEST = 25;
const INSTALLED = "/usr/lib/jvm";

/** The major version a JDK says it is, in its release file. */
function version(home: string): number {
  const release = join(home, "release");
  return existsSync(release)
    ? Number(/JAVA_VERSION="(\d+)/.exec(readFileSync(release, "utf8"))?.[1] ?? 0)
    : 0;
}

/** `java` of 25 or newer: JAVA_HOME, or one of those installed. */
export function findJava(): string {
  const installed = existsSync(INSTALLED) ? readdirSync(INSTALLED).map((name) => join(INSTALLED, name)) : [];
  const home = [process.env.JAVA_HOME ?? "", ...installed].find((one) => one && version(one) >= OLDEST);
  if (!home) throw new Error(`No JDK ${OLDEST} or newer: set JAVA_HOME`);
  return join(home, "bin/java");
}
