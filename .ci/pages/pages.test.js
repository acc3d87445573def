// Opens the pages that the command makes of the practice in Chromium, as people with different screens see them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const practice = join(here, "../../examples/data/practice");
const shots = join(here, "shots");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const command = process.env.MUTUALFIT;
const basis = ["--rubric", join(practice, "rubric.json"), "--as-of", "2026-11-22", "--format", "html"];
const role = (name) => join(practice, "roles", `${name}.json`);
const candidate = (name) => join(practice, "candidates", `${name}.json`);

const ranking = (name, reader) =>
  ["rank", "--role", role(name), "--candidates", join(practice, "candidates"), "--for", reader];
const explanation = (of, and, reader, ...more) =>
  ["explain", "--role", role(of), "--candidate", candidate(and), "--for", reader, ...more];
const pages = {
  "rank-dental-hygienist": ranking("dental-hygienist", "auditor"),
  "rank-dental-assistant": ranking("dental-assistant", "role"),
  "rank-veterinary-technician": ranking("veterinary-technician", "auditor"),
  "rank-roles-for-c-08": ["rank", "--candidate", candidate("c-08"), "--roles", join(practice, "roles")],
  "explain-best": explanation("dental-hygienist", "c-17", "role"),
  "explain-kept": explanation("dental-assistant", "c-11", "role", "--target", "0.9"),
  "explain-blocked": explanation("dental-hygienist", "c-01", "candidate", "--target", "0.7"),
  "explain-silent": explanation("veterinary-technician", "c-24", "auditor"),
};
const looks = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 } },
  print: { colorScheme: "dark", media: "print", viewport: { width: 794, height: 1123 } },
};

let browser;

before(async () => {
  mkdirSync(shots, { recursive: true });
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
});

after(() => browser?.close());

/** A page in one look, with everything that it complains about or asks the network for. */
async function opened(file, { media, ...look }) {
  const context = await browser.newContext(look);
  const page = await context.newPage();
  await page.emulateMedia({ media: media ?? "screen", colorScheme: look.colorScheme });
  const complaints = [];
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(file).href) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  return { context, page, complaints };
}

/** What the accessibility rules find, in short. */
async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`);
    return `${id}: ${help}\n${where.join("\n")}`;
  });
}

for (const [name, line] of Object.entries(pages)) {
  const file = join(shots, `${name}.html`);

  test(`${name} is made`, () => {
    const text = execFileSync(command, [...line, ...basis], { encoding: "utf8", maxBuffer: 1 << 26 });
    assert.ok(text.startsWith("<!DOCTYPE html>"));
    writeFileSync(file, text);
  });

  for (const [look, how] of Object.entries(looks)) {
    test(`${name} in ${look}`, async () => {
      const { context, page, complaints } = await opened(file, how);
      await page.screenshot({ path: join(shots, `${name}-${look}.png`), fullPage: true });
      const found = await violations(page);
      const { wide, text } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        text: document.body.innerText.length,
      }));
      await context.close();
      assert.deepEqual(complaints, []);
      assert.deepEqual(found, []);
      assert.ok(wide <= 0, `the page is ${wide} pixels wider than the screen`);
      assert.ok(text > 500, "there is text to read");
    });
  }

  test(`${name} by keyboard`, async () => {
    const { context, page } = await opened(file, looks.light);
    const focused = () => page.evaluate(() => document.activeElement.getAttribute("href"));
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "#result", "the first stop skips to the result");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "result");
    const folded = await page.locator("details:not([open]) > summary").count();
    assert.ok(folded > 0);
    await page.locator("details:not([open]) > summary").last().focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("details:not([open]) > summary").count(), folded - 1);
    await context.close();
  });

  test(`${name} on paper`, async () => {
    const { context, page } = await opened(file, looks.print);
    const paper = await page.pdf({ path: join(shots, `${name}.pdf`), format: "A4", preferCSSPageSize: true });
    const unseen = await page.evaluate(() =>
      [...document.querySelectorAll("details *")].filter((it) => it.getClientRects().length === 0 && it.tagName !== "BR").length,
    );
    await context.close();
    assert.ok(paper.length > 10_000);
    assert.equal(unseen, 0, "what is folded away is printed");
  });
}
