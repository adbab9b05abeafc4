import { RealtimeClient } from "../../shared/realtime/realtime-client.ts";
import type { DeskServices } from "../desk/session/services.ts";
import { FakeSocket } from "./fake-socket.ts";
import { FakeSoftphone } from "./fake-softphone.ts";
import type { Scene } from "./scenes.ts";

export function fakeServices(scene: Scene): DeskServices {
  return {
    createRealtime: (userId) =>
      new RealtimeClient({
        url: "ws://gallery",
        userId,
        connect: () =>
          new FakeSocket({ agent: scene.desk, calls: scene.calls }, scene.lineDown) as unknown as WebSocket,
      }),
    createSoftphone: async () => new FakeSoftphone(),
  };
}
