import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createLogger } from "../../platform/log.ts";
import { connectAri } from "../ari/connect-ari.ts";
import { type TestAsterisk, testAsterisk, testInstallation } from "../testing/test-asterisk.ts";
import { placeCall } from "../user-agent/sip-caller.ts";
import { containsTone, tone } from "../user-agent/tones.ts";
import { separate } from "../user-agent/wav.ts";
import { connectRecordingControl } from "./mute-recording.ts";
import { readSaved, save } from "./saved-instance.ts";
import { startAsterisk } from "./start-asterisk.ts";

const log = createLogger({ level: "fatal", showPii: false });
let asterisk: TestAsterisk;
before(async () => {
  asterisk = await testAsterisk({ log });
});
after(() => asterisk?.close());

describe("a call arrives", () => {
  test("our application gets the dialled number and the trunk, and both sides are recorded apart", async () => {
    const ari = await asterisk.ari();
    const started = ari.waitFor("StasisStart", () => true, 15_000);
    const call = await placeCall({ ...asterisk.sip, from: "3424506600", to: "08005551111" });
    const { args, channel } = await started;
    assert.deepEqual(args, ["in", "08005551111", "trunk-demo"]);
    assert.equal(channel.caller.number, "3424506600");
    await ari.call("POST /channels/{channelId}/answer", { channelId: channel.id });
    await call.answered();
    void call.media.play(tone({ hertz: 440, seconds: 3 }));
    const music = join(asterisk.instance.directory, "music/hold");
    await ari.call("POST /channels/{channelId}/play", { channelId: channel.id, media: `sound:${music}` });
    await call.hears(220);
    await sleep(1_000);
    await call.hangup();
    ari.close();
    const path = join(asterisk.instance.recordingsDirectory, `${channel.id}.raw`);
    const [left, right] = separate(await settled(path), { count: 2, rate: 8_000 }).channels;
    const middle = (side: Int16Array | undefined): Int16Array =>
      (side ?? new Int16Array()).slice(-8_000, -2_000);
    assert.ok(containsTone(middle(left), 440), "the citizen's tone is on the left");
    assert.ok(containsTone(middle(right), 220), "what the citizen hears is on the right");
    assert.ok(!containsTone(middle(right), 440), "the citizen's tone is not on the right");
    const folder = await stat(asterisk.instance.recordingsDirectory);
    assert.equal(folder.mode & 0o077, 0, "nobody else may read recordings");
  });

  test("while our program is away the caller hears an announcement, holds, and is taken when it is back", async () => {
    const call = await placeCall({ ...asterisk.sip, from: "1", to: "148" });
    await call.answered();
    await call.hearsSomething();
    const ari = await asterisk.ari();
    const started = await ari.waitFor("StasisStart", () => true, 40_000);
    assert.equal(started.args[1], "148");
    assert.ok(call.isTalking);
    await call.hangup();
    ari.close();
  });

  test("a paused recording holds silence and keeps its length", async () => {
    const ari = await asterisk.ari();
    const started = ari.waitFor("StasisStart", () => true, 15_000);
    const call = await placeCall({ ...asterisk.sip, from: "1", to: "148" });
    const { channel } = await started;
    await ari.call("POST /channels/{channelId}/answer", { channelId: channel.id });
    await call.answered();
    void call.media.play(tone({ hertz: 440, seconds: 9 }));
    const control = connectRecordingControl(() => asterisk.instance.manager);
    await sleep(1_000);
    await control.muteRecording(channel.id, true);
    await sleep(1_000);
    await control.muteRecording(channel.id, false);
    await sleep(1_000);
    await call.hangup();
    control.close();
    ari.close();
    const path = join(asterisk.instance.recordingsDirectory, `${channel.id}.raw`);
    const [left = new Int16Array()] = separate(await settled(path), { count: 2, rate: 8_000 }).channels;
    assert.ok(left.length > 2.6 * 8_000, `kept ${left.length / 8_000} s of 3`);
    const at = (seconds: number): Int16Array => left.slice((seconds - 0.2) * 8_000, (seconds + 0.2) * 8_000);
    assert.ok(containsTone(at(0.6), 440));
    assert.ok(!containsTone(at(1.5), 440), "the pause is silent");
    assert.ok(containsTone(at(2.5), 440));
  });

  test("a key pressed for 100 ms arrives as one key", async () => {
    const ari = await asterisk.ari();
    const digits: string[] = [];
    ari.on("ChannelDtmfReceived", (event) => {
      digits.push(event.digit);
    });
    const started = ari.waitFor("StasisStart", () => true, 15_000);
    const call = await placeCall({ ...asterisk.sip, from: "1", to: "148" });
    await ari.call("POST /channels/{channelId}/answer", { channelId: (await started).channel.id });
    await call.answered();
    await call.press("1205#");
    await sleep(200);
    assert.deepEqual(digits, ["1", "2", "0", "5", "#"]);
    await call.hangup();
    ari.close();
  });
});

describe("who is not known gets nothing", () => {
  test("an INVITE from an unknown address is refused alike for a name that exists and one that does not", async () => {
    const other = await testAsterisk({ log, trunk: false });
    after(() => other.close());
    const answers: string[] = [];
    for (const from of ["nobody", "0800", "trunk-demo"]) {
      const call = await placeCall({ ...other.sip, from, to: "005491144444444" });
      const reason = await call.answered().then(
        () => "answered",
        (error: Error) => error.message,
      );
      answers.push(reason);
    }
    assert.deepEqual(new Set(answers), new Set(["not answered: 401 Unauthorized"]));
  });
});

describe("the process", () => {
  test("after a crash it answers again within 5 seconds at the same door", async () => {
    const own = await testAsterisk({ log });
    const ari = await own.ari();
    const back = new Promise<void>((resolve) => {
      ari.onConnection((state) => {
        if (state === "connected") resolve();
      });
    });
    const states: string[] = [];
    own.instance.onState((state) => {
      states.push(state);
    });
    const pid = own.instance.pid;
    process.kill(pid, "SIGKILL");
    await back;
    assert.deepEqual(states, ["down", "up"]);
    assert.notEqual(own.instance.pid, pid);
    await own.close();
  });

  test("it outlives our process killed without warning, and the next one adopts it with its call", async () => {
    const directory = await mkdtemp(join(tmpdir(), "vera-adopt-"));
    const installation = await testInstallation();
    const first = await startInChild(directory);
    const ari = await connectAri({ ...first.ari, log });
    const call = await placeCall({ ...first.sip, from: "1", to: "148" });
    const { channel } = await ari.waitFor("StasisStart", () => true, 15_000);
    await ari.call("POST /channels/{channelId}/answer", { channelId: channel.id });
    await call.answered();
    ari.close();
    first.kill();
    const second = await startAsterisk({ installation, directory, sipPort: first.sip.port, log });
    after(async () => {
      await second.stop();
      await rm(directory, { recursive: true, force: true });
    });
    assert.equal(second.adopted, true);
    assert.equal(second.pid, first.pid);
    const again = await connectAri({ ...second.ari, log });
    assert.deepEqual(
      (await again.call("GET /channels")).map((one) => one.id),
      [channel.id],
    );
    assert.ok(call.isTalking);
    await call.hangup();
    again.close();
  });

  test("with an older release's configuration it is kept while it has calls, its dialplan renewed, and started anew when it has none", async () => {
    const directory = await mkdtemp(join(tmpdir(), "vera-renew-"));
    const installation = await testInstallation();
    const options = { installation, directory, sipPort: 0, log };
    const first = await testAsterisk({ ...options });
    const { pid, sip } = first.instance;
    const call = await placeCall({ ...sip, from: "1", to: "148" });
    await call.hearsSomething(20_000); // the announcement: our program is away
    first.instance.release();
    const plan = join(first.instance.directory, "etc/extensions.conf");
    await writeFile(plan, "[vera-inbound]\n");
    const saved = await readSaved(first.instance.directory);
    assert.ok(saved?.configuration);
    await save(first.instance.directory, { ...saved, configuration: "of an older release" });

    const second = await startAsterisk({ ...options, sipPort: sip.port });
    assert.deepEqual([second.adopted, second.pid], [true, pid]);
    assert.ok(call.isTalking);
    assert.match(await readFile(plan, "utf8"), /exten => _\[\+\*#0-9\]!,1,MixMonitor/);
    await call.hangup();
    const ari = await connectAri({ ...second.ari, log });
    while ((await ari.call("GET /channels")).length > 0) await sleep(50);
    ari.close();
    second.release();

    const third = await startAsterisk({ ...options, sipPort: sip.port });
    assert.deepEqual([third.adopted, third.pid === pid], [false, false]);
    third.release();
    const fourth = await startAsterisk({ ...options, sipPort: sip.port });
    assert.deepEqual([fourth.adopted, fourth.pid], [true, third.pid], "the same configuration is adopted");
    await fourth.stop();
    await rm(directory, { recursive: true, force: true });
  });

  test("in a private folder of root it runs in a stand-in, which goes when the folder is gone", async (t) => {
    if (process.getuid?.() !== 0) return t.skip("only root hands Asterisk to nobody");
    const hidden = await mkdtemp(join(tmpdir(), "vera-private-"));
    const own = await testAsterisk({ log, directory: join(hidden, "asterisk") });
    assert.match(own.instance.directory, /^\/var\/tmp\/vera-/);
    const status = await readFile(`/proc/${own.instance.pid}/status`, "utf8");
    assert.match(status, /^Uid:\s+65534\s+65534/m);
    await own.instance.stop();
    await stat(own.instance.directory);
    await rm(hidden, { recursive: true });
    const next = await testAsterisk({ log });
    await assert.rejects(stat(own.instance.directory), /ENOENT/);
    await next.close();
  });

  test("a taken SIP port is told with the remedy", async () => {
    const directory = await mkdtemp(join(tmpdir(), "vera-busy-"));
    const installation = await testInstallation();
    const options = { installation, directory, sipPort: asterisk.sip.port, log };
    await assert.rejects(startAsterisk(options), /in use by another program; .*--sip-port/);
    await rm(directory, { recursive: true });
  });

  test("a stopped one is gone, and secrets are new at each start", async () => {
    const own = await testAsterisk({ log });
    const { pid } = own.instance;
    const password = own.instance.ari.password;
    assert.ok(password.length >= 32);
    await own.close();
    // Its remains may stay a moment until the system takes them; they have no command line.
    assert.equal(await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""), "");
    const next = await testAsterisk({ log });
    assert.notEqual(next.instance.ari.password, password);
    await next.close();
  });
});

/** MixMonitor writes the last of it a moment after the call. */
async function settled(path: string): Promise<Buffer> {
  for (let size = -1; ; await sleep(100)) {
    const now = await stat(path);
    if (now.size === size && size > 0) return await readFile(path);
    size = now.size;
  }
}

/** A process of its own that starts Asterisk and a trunk, then is killed by SIGKILL. */
async function startInChild(directory: string) {
  const script = `
    import { testAsterisk } from ${JSON.stringify(new URL("../testing/test-asterisk.ts", import.meta.url).href)};
    const { instance } = await testAsterisk({ directory: ${JSON.stringify(directory)} });
    process.stdout.write(JSON.stringify({ ari: instance.ari, sip: instance.sip, pid: instance.pid }) + "\\n");
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data) => resolve(String(data))),
  );
  const said = JSON.parse(line) as Pick<TestAsterisk["instance"], "ari" | "sip" | "pid">;
  return { ...said, kill: () => child.kill("SIGKILL") };
}
