/** A live line that answers each subscription with the scene's state; or one that opens and is lost. */
export class FakeSocket extends EventTarget {
  readyState: number = WebSocket.CONNECTING;
  readonly #states: Record<string, unknown>;

  constructor(states: Record<string, unknown>, drops: boolean) {
    super();
    this.#states = states;
    setTimeout(() => {
      this.readyState = WebSocket.OPEN;
      this.dispatchEvent(new Event("open"));
    }, 10);
    if (drops) setTimeout(() => this.close(), 600);
  }

  send(text: string): void {
    const message = JSON.parse(text) as { type: string; topic?: string; key?: string };
    if (message.type !== "subscribe" || message.topic === undefined) return;
    const frame = { ...message, type: "snapshot", seq: 1, state: this.#states[message.topic] };
    setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(frame) })), 10);
  }

  close(): void {
    this.readyState = WebSocket.CLOSED;
    this.dispatchEvent(new Event("close"));
  }
}
