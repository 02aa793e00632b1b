import { refreshSession } from "../api/refresh";
import { Store } from "../lib/store";
import { learn } from "../time/clock";
import { backoffMs, type LiveEvent, parseFrame } from "./protocol";

export type Connection = "idle" | "connecting" | "live" | "reconnecting" | "offline";

export interface Subscriber {
  /** What is known already; undefined when nothing is. */
  since?: () => number | undefined;
  onEvent: (event: LiveEvent) => void;
  /** What came before will not be told (again): fetch the snapshot. */
  onResync: () => void;
}

const PING_EVERY_MS = 15_000;
const PONG_WITHIN_MS = 6_000;
const UNAUTHENTICATED = 4401;

/** One socket for the whole client; it heals itself as long as somebody wants it. */
export class LiveSocket {
  readonly connection = new Store<Connection>("idle");
  readonly #topics = new Map<string, Set<Subscriber>>();
  #socket: WebSocket | null = null;
  #wanted = false;
  #attempt = 0;
  #nextId = 1;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  start() {
    if (this.#wanted) return;
    this.#wanted = true;
    window.addEventListener("online", this.#online);
    window.addEventListener("offline", this.#offline);
    document.addEventListener("visibilitychange", this.#woken);
    this.#open();
  }

  stop() {
    this.#wanted = false;
    window.removeEventListener("online", this.#online);
    window.removeEventListener("offline", this.#offline);
    document.removeEventListener("visibilitychange", this.#woken);
    this.#drop();
    this.connection.set("idle");
  }

  subscribe(topic: string, subscriber: Subscriber): () => void {
    const known = this.#topics.get(topic);
    const subscribers = known ?? new Set();
    subscribers.add(subscriber);
    this.#topics.set(topic, subscribers);
    if (this.#socket?.readyState === WebSocket.OPEN) this.#ask(topic);
    return () => {
      subscribers.delete(subscriber);
      if (subscribers.size > 0) return;
      this.#topics.delete(topic);
      this.#send({ op: "unsubscribe", id: this.#nextId++, topic });
    };
  }

  readonly #online = () => {
    if (this.#socket === null) this.#retryNow();
  };

  readonly #offline = () => {
    this.#drop();
    this.connection.set("offline");
  };

  readonly #woken = () => {
    if (document.visibilityState !== "visible") return;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#ping();
    else this.#retryNow();
  };

  #retryNow() {
    this.#attempt = 0;
    clearTimeout(this.#retry);
    this.#open();
  }

  #open() {
    if (!this.#wanted || this.#socket) return;
    if (navigator.onLine === false) {
      this.connection.set("offline");
      return;
    }
    this.connection.set(
      this.#attempt === 0 && this.connection.get() === "idle" ? "connecting" : "reconnecting",
    );
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/api/v1/realtime`);
    this.#socket = socket;
    socket.onopen = () => this.#opened();
    socket.onmessage = (message) => this.#received(String(message.data));
    socket.onclose = (closed) => {
      if (this.#socket === socket) this.#closed(closed.code);
    };
  }

  #opened() {
    this.#attempt = 0;
    this.connection.set("live");
    for (const topic of this.#topics.keys()) this.#ask(topic);
    this.#ping();
    this.#beat = setInterval(() => this.#ping(), PING_EVERY_MS);
  }

  #closed(code: number) {
    const neverOpened = this.connection.get() !== "live";
    this.#drop();
    if (!this.#wanted) return;
    this.connection.set(navigator.onLine === false ? "offline" : "reconnecting");
    const again = () => {
      this.#retry = setTimeout(() => this.#open(), backoffMs(this.#attempt++));
    };
    // A handshake that is refused says no code; an access token that ran out is the usual reason.
    if (code === UNAUTHENTICATED || (neverOpened && this.#attempt === 1)) refreshSession().then(again, again);
    else again();
  }

  #drop() {
    clearTimeout(this.#retry);
    clearInterval(this.#beat);
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  /** The oldest version any subscriber of the topic stands at; undefined when one of them stands nowhere. */
  #sinceOf(topic: string): number | undefined {
    const sinces = [...(this.#topics.get(topic) ?? [])].map((subscriber) => subscriber.since?.());
    return sinces.some((since) => since === undefined) ? undefined : Math.min(...(sinces as number[]));
  }

  #ask(topic: string) {
    const since = this.#sinceOf(topic);
    this.#send({ op: "subscribe", id: this.#nextId++, topic, ...(since === undefined ? {} : { since }) });
  }

  #ping() {
    this.#send({ op: "ping", t: Date.now() });
    this.#deadline ??= setTimeout(() => {
      // A network that vanished without a word leaves the socket open for minutes.
      if (this.#socket) this.#closed(0);
    }, PONG_WITHIN_MS);
  }

  #send(frame: object) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #received(text: string) {
    const frame = parseFrame(text);
    if (!frame) return;
    if (frame.op === "pong") {
      clearTimeout(this.#deadline);
      this.#deadline = undefined;
      learn(frame.t, Date.now(), frame.now);
      return;
    }
    if (frame.op === "error") return;
    for (const subscriber of [...(this.#topics.get(frame.topic) ?? [])]) {
      if (frame.op === "event") subscriber.onEvent(frame);
      // Acknowledged without a starting point: what is on the screen, or on its way, may be older than the topic.
      else if (frame.op === "resync" || this.#sinceOf(frame.topic) === undefined) subscriber.onResync();
    }
  }
}

export const live = new LiveSocket();
