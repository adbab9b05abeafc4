import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser, openScreen, type Screen, signIn } from "./support/browser.ts";
import { type VeraCall, veraCall } from "./support/caller.ts";
import { type RunningVera, startDemo } from "./support/running-vera.ts";

/** The walk of somebody who has just cloned the repository: each step goes on from the one before. */
let vera: RunningVera;
let browser: Browser;
let agent: Screen;
let supervisor: Screen;
let call: VeraCall;

const user = (username: string) => {
  const found = vera.ready.users.find((one) => one.username === username);
  assert.ok(found, `${username} is among the demo's people`);
  return found;
};

async function open(username: string): Promise<Screen> {
  const screen = await openScreen(browser, vera.ready.url);
  await signIn(screen.page, user(username));
  return screen;
}

before(async () => {
  vera = await startDemo();
  browser = await openBrowser();
});
after(async () => {
  await call?.hangUp();
  await browser?.close();
  await vera?.stop();
  vera?.remove();
});

describe("a new user's walk", { concurrency: false }, () => {
  test("the ready line says where to go, whom to be and what to dial", () => {
    const { url, sip, number, apiKey, users } = vera.ready;
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.match(sip ?? "", /^sip:127\.0\.0\.1:\d+$/);
    assert.equal(number, "08005551111");
    assert.ok(apiKey?.startsWith("vera_"));
    assert.ok(users.filter(({ roles }) => roles.includes("agent")).length >= 15);
  });

  test("an agent signs in, sees that it is a demonstration and gets ready", async () => {
    agent = await open("ines.aromo");
    await agent.page.getByText("Demostración").first().waitFor();
    await agent.page.getByRole("button", { name: "Ponerme listo" }).click();
    await agent.page.getByText("Te va a sonar acá").waitFor();
  });

  test("./vera call --press 1 rings the agent's desk, with who it may be", async () => {
    supervisor = await open("daniela.ceibal");
    call = veraCall(vera, ["--press", "1", "--seconds", "150"]);
    const offer = agent.page.getByRole("button", { name: /Atender/ });
    await offer.waitFor({ timeout: 40_000 });
    await agent.page.getByText("Celina Algarrobo").first().waitFor();
    await offer.click();
    await agent.page.getByRole("button", { name: /Finalizar/ }).waitFor();
  });

  test("the supervisor sees the call live", async () => {
    await supervisor.page.getByRole("link", { name: "Tablero en vivo" }).click();
    const seat = supervisor.page
      .locator("li, article, [role=gridcell], [role=row], div")
      .filter({ hasText: "Inés Aromo" });
    await seat.filter({ hasText: "En llamada" }).first().waitFor();
  });

  test("the agent identifies the person and finds the article", async () => {
    const { page } = agent;
    await page
      .getByRole("button", { name: /Celina Algarrobo/ })
      .last()
      .click();
    await page.getByText("27-99014207-1").waitFor();
    await page.getByRole("tab", { name: "Conocimiento" }).click();
    await page
      .getByRole("searchbox", { name: /Buscar en el conocimiento/ })
      .or(page.getByPlaceholder("Buscar en el conocimiento"))
      .fill("sin agua");
    await page
      .getByRole("button", { name: /Aguas Santafesinas/ })
      .first()
      .click();
    await page.getByRole("button", { name: /Leer al ciudadano/ }).click();
  });

  test("opens a ticket whose number can be read to the citizen", async () => {
    const { page } = agent;
    await page.getByRole("tab", { name: "Ticket", exact: true }).click();
    await chooseTopic(page, "Sin agua");
    await page.getByLabel("Asunto").fill("Sin agua desde ayer");
    await page
      .getByLabel("Lo que cuenta la persona")
      .fill("Se cortó ayer de golpe. En la cuadra están todos igual.");
    await page.getByRole("button", { name: /Abrir ticket/ }).click();
    await page
      .getByText(/\d{1,6}-26-\d/)
      .first()
      .waitFor();
  });

  test("ends the call, types the outcome and is ready for the next", async () => {
    const { page } = agent;
    await page
      .getByRole("button", { name: /Finalizar/ })
      .first()
      .click();
    await page.getByText("Trabajo posterior").first().waitFor();
    await page.getByRole("tab", { name: "Tipificación" }).click();
    await page.getByText("Se abrió o actualizó un ticket").click();
    await page.getByRole("button", { name: /Listo y siguiente/ }).click();
    await page.getByText("Te va a sonar acá").waitFor();
    assert.match(call.said(), /hung up/i);
  });

  test("the supervisor finds the recording and hears its two sides", async () => {
    const { items } = await api<{ items: { id: string }[] }>("/recordings");
    const [recording] = items;
    assert.ok(recording, "the call was recorded");
    await until(
      async () => (await api<{ status: string }>(`/recordings/${recording.id}`)).status === "ready",
    );
    const { page } = supervisor;
    await page.getByRole("link", { name: "Grabaciones" }).click();
    await page
      .getByRole("navigation", { name: "Lista de grabaciones" })
      .getByRole("link", { name: /Inés Aromo/ })
      .click();
    const player = page.getByRole("region", { name: "Reproductor" });
    for (const side of ["citizen", "agent"])
      await player.locator(`.wave-${side} path[d*="M"]`).first().waitFor();
    await player.getByRole("button", { name: "No escuchar: Persona" }).waitFor();
    await player.getByRole("button", { name: "No escuchar: Agente" }).waitFor();

    const sound = page.waitForResponse((reply) => reply.url().endsWith(`/recordings/${recording.id}/audio`));
    await player.getByRole("button", { name: "Escuchar", exact: true }).click();
    assert.ok((await sound).ok(), "the sound came");
    const position = player.getByRole("slider", { name: "Posición en la grabación" });
    await until(async () => Number(await position.getAttribute("aria-valuenow")) >= 1);
    await page.getByText("Daniela Ceibal la escuchó").waitFor();
    assert.equal(await player.getByRole("alert").count(), 0, "it could be played");
  });

  test("the recording is a WAV with one side in each channel", async () => {
    const { items } = await api<{ items: { id: string }[] }>("/recordings");
    const audio = await supervisor.page.request.get(
      `${vera.ready.url}/api/v1/recordings/${items[0]?.id}/audio`,
    );
    assert.equal(audio.status(), 200);
    const wav = await audio.body();
    assert.equal(wav.toString("latin1", 0, 4), "RIFF");
    assert.equal(wav.readUInt16LE(22), 2, "two channels");
  });

  test("the figures show the call and drill down to it", async () => {
    const { items: calls } = await api<{ items: { id: string }[] }>("/interactions");
    const today = new Date();
    const from = new Date(today.getTime() - 3_600_000).toISOString();
    const to = new Date(today.getTime() + 3_600_000).toISOString();
    for (const kpi of ["service-level", "asa", "aht"]) {
      const query = new URLSearchParams({ kpi, from, to });
      await until(async () => {
        const { items } = await api<{ items: { interactionId: string }[] }>(`/reports/drill-down?${query}`);
        return items.some(({ interactionId }) => interactionId === calls[0]?.id);
      });
      const { rows } = await api<{ rows: { denominator: number }[] }>(
        `/reports/intervals?${query}&interval=day`,
      );
      assert.equal(
        rows.reduce((sum, { denominator }) => sum + denominator, 0),
        1,
        kpi,
      );
    }
  });

  test("the supervisor goes from the number in the report to this very call", async () => {
    const { page } = supervisor;
    await page.getByRole("link", { name: "Reportes" }).click();
    await page
      .getByRole("navigation", { name: "Catálogo de cifras" })
      .getByRole("link", { name: "Tiempo medio de gestión" })
      .click();
    // "Today" of a walk that goes over midnight would not have the call.
    await page.getByLabel("Período").selectOption("7d");
    const report = page.getByRole("table", { name: "Tiempo medio de gestión" });
    await report
      .getByRole("row", { name: /Todo el período/ })
      .getByRole("link", { name: /ver de qué está hecho/ })
      .click();
    await page.getByText("1 fila, la suma da").waitFor();
    const line = report.getByRole("row", { name: /Inés Aromo/ });
    await line.getByRole("link").click();
    const { items: calls } = await api<{ items: { id: string }[] }>("/interactions");
    await page.waitForURL(`**/interactions/${calls[0]?.id}`);
    await page.getByText("Celina Algarrobo").first().waitFor();
  });

  test("the pages made no errors", () => {
    const expected = /401 \(Unauthorized\)/;
    assert.deepEqual(
      [...agent.errors, ...supervisor.errors].filter((text) => !expected.test(text)),
      [],
    );
  });
});

/** The supervisor's own rights, by the cookie of their page. */
async function api<Reply>(path: string): Promise<Reply> {
  const reply = await supervisor.page.request.get(`${vera.ready.url}/api/v1${path}`);
  assert.equal(reply.status(), 200, `${path}: ${await reply.text()}`);
  return (await reply.json()) as Reply;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  assert.fail("it did not come true within 30 s");
}

async function chooseTopic(page: Page, name: string): Promise<void> {
  await page
    .getByPlaceholder(/Buscá el tema/)
    .first()
    .fill(name);
  await page
    .getByRole("list", { name: "Temas encontrados" })
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
}
