import type { BoardState } from "@vera/contracts/board";
import type { Platform, Principal } from "../../platform/index.ts";

type Tree = Record<string, unknown>;

/** A connected board without a browser: applies what it is sent, as the desk does. */
export class Screen {
  readonly scope = [];
  state: BoardState | undefined;
  frames = 0;
  #leave: (() => void) | undefined;

  static async open(platform: Platform, principal: Principal): Promise<Screen> {
    const screen = new Screen();
    screen.#leave = await platform.realtime.subscribe(screen, principal, "board", "all");
    return screen;
  }

  send(frame: Buffer): void {
    const message = JSON.parse(frame.toString());
    this.frames += 1;
    if (message.type === "snapshot") this.state = message.state;
    for (const op of message.ops ?? []) write(this.state as unknown as Tree, op.path, op.value);
  }

  close(): void {
    this.#leave?.();
  }
}

function write(tree: Tree, path: readonly string[], value: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<Tree | undefined>((node, key) => node?.[key] as Tree | undefined, tree);
  const last = path.at(-1);
  if (!parent || last === undefined) return;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}
