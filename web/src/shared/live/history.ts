import type { LiveEvent } from "./protocol";

const KEPT = 500;

/**
 * The last events of one topic. A snapshot that was on its way while events arrived is brought up to date with them:
 * `after` answers the gapless run that follows a version, or null when one is missing.
 */
export class EventHistory {
  #events: LiveEvent[] = [];

  add(event: LiveEvent) {
    const last = this.#events.at(-1);
    if (last && event.version <= last.version) return;
    // Behind a hole, what came earlier can no longer connect to anything.
    if (last && event.version > last.version + 1) this.#events = [];
    this.#events.push(event);
    if (this.#events.length > KEPT) this.#events.splice(0, this.#events.length - KEPT);
  }

  clear() {
    this.#events = [];
  }

  get version(): number | undefined {
    return this.#events.at(-1)?.version;
  }

  after(version: number): LiveEvent[] | null {
    const newer = this.#events.filter((event) => event.version > version);
    const first = newer[0];
    if (!first) return [];
    return first.version === version + 1 ? newer : null;
  }
}
