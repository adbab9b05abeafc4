import assert from "node:assert/strict";
import { after, test } from "node:test";
import { decodeAlaw, encodeAlaw } from "./g711.ts";
import type { SipCall } from "./sip-call.ts";
import { type IncomingCall, receiveCalls } from "./sip-callee.ts";
import { placeCall } from "./sip-caller.ts";
import type { SipEndpoint } from "./sip-endpoint.ts";
import { containsTone, loudness, shareOfTone, tone } from "./tones.ts";
import { forTelephone, parseWav, toWav } from "./wav.ts";

const open: SipEndpoint[] = [];
after(() => {
  for (const endpoint of open) endpoint.close();
});

async function callee(onCall: (call: IncomingCall) => void): Promise<{ host: string; port: number }> {
  const endpoint = await receiveCalls({ onCall });
  open.push(endpoint);
  return { host: endpoint.host, port: endpoint.port };
}

test("two telephones ring, talk in both directions and hang up", async () => {
  let answered: SipCall | undefined;
  const at = await callee((incoming) => {
    assert.equal(incoming.from, "3424506600");
    assert.equal(incoming.to, "148");
    incoming.ring();
    answered = incoming.answer();
    void answered.media.play(tone({ hertz: 1000, seconds: 3 }));
  });
  const call = await placeCall({ from: "3424506600", to: "148", ...at });
  void call.media.play(tone({ hertz: 440, seconds: 3 }));
  await call.answered();
  await call.hears(1000);
  await answered?.hears(440);
  assert.ok((call.inviteToSoundMs ?? 0) > 0);
  assert.deepEqual(await call.hangup(), { by: "us", status: 200, reason: "hung up" });
  assert.equal((await answered?.ended)?.by, "them");
});

test("a caller who hangs up while it rings ends the other side's ringing", async () => {
  let cancelled: Promise<void> | undefined;
  const at = await callee((incoming) => {
    incoming.ring();
    cancelled = incoming.cancelled;
  });
  const call = await placeCall({ from: "1", to: "2", ...at });
  while (call.times.ringingAtMs === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal((await call.hangup()).status, 487);
  await cancelled;
});

test("a refusal is told with its SIP status", async () => {
  const at = await callee((incoming) => incoming.refuse(486, "Busy Here"));
  const call = await placeCall({ from: "1", to: "2", ...at });
  await assert.rejects(call.answered(), /486 Busy Here/);
});

test("keys go out as RFC 4733 says: one timestamp, growing duration, the end three times", async () => {
  const events: { marker: boolean; timestamp: number; event: number; end: boolean; duration: number }[] = [];
  const at = await callee((incoming) => {
    const call = incoming.answer();
    const add = call.media.heard.add.bind(call.media.heard);
    call.media.heard.add = (packet, nowMs): void => {
      if (((packet[1] ?? 0) & 0x7f) === 101) {
        events.push({
          marker: ((packet[1] ?? 0) & 0x80) !== 0,
          timestamp: packet.readUInt32BE(4),
          event: packet[12] ?? 0,
          end: ((packet[13] ?? 0) & 0x80) !== 0,
          duration: packet.readUInt16BE(14),
        });
      }
      add(packet, nowMs);
    };
  });
  const call = await placeCall({ from: "1", to: "2", ...at });
  await call.answered();
  await call.press("5#", { toneMs: 100 });
  await call.hangup();
  const five = events.filter((event) => event.event === 5);
  assert.equal(new Set(five.map((event) => event.timestamp)).size, 1);
  assert.deepEqual(
    five.map((event) => event.duration),
    [160, 320, 480, 640, 800, 800, 800],
  );
  assert.deepEqual(
    five.map((event) => event.end),
    [false, false, false, false, true, true, true],
  );
  assert.deepEqual(five.map((event) => event.marker).indexOf(true), 0);
  assert.equal(events.filter((event) => event.event === 11).length, 7);
});

test("waiting for a tone that is not there fails and says what was heard", async () => {
  const at = await callee((incoming) => {
    void incoming.answer().media.play(tone({ hertz: 440, seconds: 3 }));
  });
  const call = await placeCall({ from: "1", to: "2", ...at });
  await call.answered();
  await assert.rejects(call.hears(1000, 700), /not 1000 Hz, heard 440 Hz/);
  await call.hangup();
});

test("A-law keeps a sine within its quantisation and silence silent", () => {
  const sine = tone({ hertz: 440, seconds: 0.2, level: 0.5 });
  const back = decodeAlaw(encodeAlaw(sine));
  const worst = Math.max(...back.map((sample, i) => Math.abs(sample - (sine[i] ?? 0))));
  assert.ok(worst <= 520, `worst error ${worst}`);
  assert.ok(loudness(decodeAlaw(encodeAlaw(new Int16Array(160)))) < 0.001);
});

test("a tone is found beside another one and nowhere else", () => {
  const low = tone({ hertz: 440, seconds: 0.2 });
  const mixed = tone({ hertz: 1000, seconds: 0.2 }).map((sample, i) => (sample + (low[i] ?? 0)) / 2);
  assert.ok(containsTone(mixed, 440) && containsTone(mixed, 1000));
  assert.ok(!containsTone(mixed, 620));
  assert.ok(shareOfTone(low, 440) > 0.99);
});

test("a WAV file survives writing and reading, and another rate is brought to 8 kHz", () => {
  const sound = tone({ hertz: 440, seconds: 0.5 });
  assert.deepEqual(parseWav(toWav(sound)).channels[0], sound);
  const fast = {
    rate: 16_000,
    channels: [
      Int16Array.from({ length: 16_000 }, (_, i) => 9000 * Math.sin((2 * Math.PI * 440 * i) / 16_000)),
    ],
  };
  const slow = forTelephone(fast);
  assert.equal(slow.length, 8_000);
  assert.ok(shareOfTone(slow, 440) > 0.99);
});
