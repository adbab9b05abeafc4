import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { User } from "@vera/contracts/identity";
import type { FlowList, FlowVersionDetail } from "@vera/contracts/ivr";
import type { CalendarList, HolidayList, OpenState } from "@vera/contracts/tenants";
import type { Browser, Locator, Page } from "playwright-core";
import { ApiSession } from "./support/api-session.ts";
import { openBrowser, openScreen, type Screen, signIn } from "./support/browser.ts";
import { type RunningVera, startDemo } from "./support/running-vera.ts";

const ADMINISTRATOR = "oscar.aguaribay";
const PASSWORD_CHOSEN = "ceibo-en-flor-junto-al-rio";
const DAY_MS = 86_400_000;

/** What the tenant's administrator changes by the pages, as the pages and the API then tell it. */
let vera: RunningVera;
let browser: Browser;
let admin: Screen;
let api: ApiSession;
let page: Page;

before(async () => {
  vera = await startDemo({ args: ["--no-voice"] });
  browser = await openBrowser();
  const user = vera.ready.users.find(({ username }) => username === ADMINISTRATOR);
  assert.ok(user, "the demonstration has an administrator of the Province");
  admin = await openScreen(browser, vera.ready.url);
  page = admin.page;
  await signIn(page, user);
  api = await ApiSession.signIn(vera.ready.url, user);
});
after(async () => {
  await browser?.close();
  await vera?.stop();
  vera?.remove();
});

describe("a tenant's administration", { concurrency: false }, () => {
  test("a holiday from 13:00 closes the afternoon and leaves the morning open", async () => {
    const day = await freeWeekday();
    await page.getByRole("link", { name: "Administración" }).click();
    await area("Horarios").click();
    await page.getByRole("navigation", { name: "Horarios" }).getByRole("link", { name: "Feriados" }).click();
    await page.getByLabel("Año").selectOption({ label: "Este año y el próximo" });
    await page.getByRole("button", { name: "Agregar feriado" }).click();
    const form = drawer("Feriado nuevo");
    await form.getByLabel("Nombre").fill("Asueto por la fiesta patronal");
    await form.getByLabel("Día", { exact: true }).fill(day);
    await form.getByLabel("Cierra sólo parte del día").check();
    await form.getByLabel("Cerrado desde las").fill("13:00");
    await form.getByRole("button", { name: "Agregar feriado" }).click();
    await drawer("Asueto por la fiesta patronal").getByText("desde las 13:00").waitFor();
    await row(/fiesta patronal.*desde las 13:00/).waitFor();

    await page.getByRole("navigation", { name: "Horarios" }).getByRole("link", { name: "Horarios" }).click();
    await row(/Horario de atención.* Santa Fe /)
      .getByRole("button")
      .click();
    const preview = page.getByRole("region", { name: "Si está abierto" });
    await preview.getByLabel(/Probar otro día/).fill(`${day}T12:30`);
    await preview.getByText("Dentro del horario").waitFor();
    await preview.getByLabel(/Probar otro día/).fill(`${day}T13:30`);
    await preview.getByText("Feriado: Asueto por la fiesta patronal").waitFor();

    const calendar = (await read<CalendarList>("/calendars")).calendars.find(
      ({ tenantId, isDefault }) => isDefault && tenantId === api.tenantId,
    );
    const at = (time: string) =>
      read<OpenState>(`/calendars/${calendar?.id}/state?at=${day}T${encodeURIComponent(`${time}:00-03:00`)}`);
    assert.equal((await at("12:59")).open, true);
    assert.equal((await at("13:00")).reason, "holiday");
  });

  test("a queue that asks for a skill from a level on", async () => {
    await area("Colas").click();
    await page.getByRole("button", { name: "Agregar cola" }).click();
    const form = drawer("Cola nueva");
    await form.getByLabel("Nombre").fill("Agua · urgencias");
    await form.getByLabel("Habilidad", { exact: true }).selectOption({ label: "Agua y cloacas" });
    await form.getByLabel("Desde el nivel").selectOption("4");
    await form.getByRole("button", { name: "Agregar cola" }).click();
    await drawer("Agua · urgencias").waitFor();
    await row(/Agua · urgencias.*Agua y cloacas desde 4/).waitFor();

    const { items } = await read<{ items: { name: string; requirements: { minimumLevel: number }[] }[] }>(
      "/queues",
    );
    const queue = items.find(({ name }) => name === "Agua · urgencias");
    assert.deepEqual(
      queue?.requirements.map(({ minimumLevel }) => minimumLevel),
      [4],
    );
  });

  test("a person with a skill, who enters by the link of one use", async () => {
    await area("Usuarios").click();
    await page.getByRole("button", { name: "Agregar usuario" }).click();
    const form = drawer("Usuario nuevo");
    await form.getByLabel("Nombre y apellido").fill("Clara Ñangapirí");
    await form.getByLabel("Rol").selectOption({ label: "Agente" });
    await form.getByRole("button", { name: "Agregar usuario" }).click();
    const link = await form.getByLabel(/Enlace de un solo uso/).inputValue();
    await form.getByRole("button", { name: "Ver a la persona" }).click();

    const person = drawer("Clara Ñangapirí");
    await person.getByRole("tab", { name: "Habilidades" }).click();
    await person.getByLabel("Nivel en Agua y cloacas").selectOption("4");
    const saved = page.waitForResponse((reply) => reply.request().method() === "PUT");
    await person.getByRole("button", { name: "Guardar" }).click();
    assert.ok((await saved).ok(), "the level was kept");
    await row(/Clara Ñangapirí.*Agente/).waitFor();
    await area("Habilidades").click();
    await row(/Agua y cloacas/)
      .getByRole("button")
      .click();
    const level = drawer("Agua y cloacas").getByLabel("Nivel de Clara Ñangapirí");
    await level.waitFor();
    assert.equal(await level.inputValue(), "4");

    const { users } = await read<{ users: User[] }>("/users?q=nangapiri");
    const skills = await read<{ items: { level: number }[] }>(`/agents/${users[0]?.id}/skills`);
    assert.deepEqual(
      skills.items.map(({ level }) => level),
      [4],
    );
    await entersBy(link);
  });

  test("a result that agents may close a contact with", async () => {
    await area("Resultados").click();
    await page.getByRole("button", { name: "Agregar resultado" }).click();
    const form = drawer("Resultado nuevo");
    await form.getByLabel("Nombre").fill("Derivado a la guardia");
    await form.getByLabel("Qué significa").selectOption({ label: "Pasó a otro" });
    await form.getByRole("button", { name: "Agregar resultado" }).click();
    await drawer("Derivado a la guardia").waitFor();
    await row(/Derivado a la guardia.*Pasó a otro.*Activa/).waitFor();

    const { items } = await read<{ items: { code: string; kind: string; active: boolean }[] }>(
      `/outcome-codes?tenantId=${api.tenantId}`,
    );
    const code = items.find((one) => one.code === "derivado-a-la-guardia");
    assert.equal(code?.kind, "transferred");
    assert.equal(code?.active, true);
  });

  test("a flow is edited as a draft, published, and taken back", async () => {
    const greeting = "Hola. Esta bienvenida la cambió la administración.";
    await area("Flujos").click();
    await row(/Línea principal/)
      .getByRole("button")
      .click();
    const step = page.getByRole("button", { name: /^Bienvenida/ }).first();
    await step.click();
    const said = page.getByLabel("1. Texto para la voz").first();
    const before = await said.inputValue();
    await said.fill(greeting);
    await page.getByRole("button", { name: "Guardar borrador" }).click();
    await page.getByText("Borrador con cambios").waitFor();
    await page.getByText("Versión 1 publicada").waitFor();

    await page.getByRole("button", { name: "Publicar", exact: true }).click();
    const asked = page.getByRole("dialog");
    await asked.getByLabel(/Qué cambió/).fill("Bienvenida nueva");
    await asked.getByRole("button", { name: "Publicar", exact: true }).click();
    await page.getByText("Versión 2 publicada").waitFor();
    assert.equal(await welcomeOf(2), greeting);

    await page.getByRole("tab", { name: "Versiones" }).click();
    await page.getByRole("button", { name: /^Versión 1/ }).click();
    await page.getByRole("button", { name: "Volver a esta versión" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Volver a esta versión" }).click();
    await page.getByText("Versión 3 publicada").waitFor();
    await page.getByText("Repite la versión 1").waitFor();
    await page.getByRole("tab", { name: "Pasos" }).click();
    await step.click();
    assert.equal(await said.inputValue(), before);
    assert.equal(await welcomeOf(3), before);
  });

  test("the pages made no errors", () => {
    assert.deepEqual(
      admin.errors.filter((text) => !/401 \(Unauthorized\)/.test(text)),
      [],
    );
  });
});

async function read<Body>(path: string): Promise<Body> {
  const { status, body } = await api.get<Body>(path);
  assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
  return body;
}

const area = (name: string): Locator =>
  page.getByRole("navigation", { name: "Administración" }).getByRole("link", { name, exact: true });
const drawer = (title: string): Locator => page.getByRole("complementary", { name: title, exact: true });
const row = (words: RegExp): Locator => page.getByRole("row", { name: words });

/** The next Monday to Friday that is nobody's holiday yet, so that the morning would be open. */
async function freeWeekday(): Promise<string> {
  const after = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const { holidays } = await read<HolidayList>(`/holidays?from=${after(0)}&to=${after(30)}`);
  for (let days = 2; days < 30; days += 1) {
    const day = after(days);
    const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
    if (!weekend && !holidays.some((holiday) => holiday.day === day)) return day;
  }
  return assert.fail("every day of a month is a holiday");
}

/** Chooses the password on the page that the link leads to, and is at the desk. */
async function entersBy(link: string): Promise<void> {
  const screen = await openScreen(browser, link);
  await screen.page.getByLabel("Contraseña nueva").fill(PASSWORD_CHOSEN);
  await screen.page.getByLabel("Repetila").fill(PASSWORD_CHOSEN);
  await screen.page.getByRole("button", { name: "Guardar contraseña" }).click();
  await screen.page.getByRole("button", { name: "Tu cuenta: Clara Ñangapirí" }).waitFor();
  await screen.context.close();
}

/** What callers of the main number are greeted with in a published version. */
async function welcomeOf(version: number): Promise<string | undefined> {
  const { flows } = await read<FlowList>("/flows");
  const flow = flows.find(({ name }) => name === "Línea principal");
  assert.equal(flow?.publishedVersion, version);
  const { graph } = await read<FlowVersionDetail>(`/flows/${flow?.id}/versions/${version}`);
  const node = graph.nodes["welcome"];
  const [part] = node?.type === "say" ? node.say : [];
  return part && "text" in part ? part.text : undefined;
}
