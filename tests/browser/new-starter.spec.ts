import { expect, test, type Page } from '@playwright/test';
import { answerByKeyboard } from './answer-check.ts';
import { PAGES } from './pages.ts';

/** Presses Tab until the named thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: 'link' | 'button' | 'radio', name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached the ${role} "${String(name)}"`);
}

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

test('a new starter completes a module with the keyboard alone, and the record says so', async ({ page }) => {
  await page.goto(PAGES.home);
  await page.keyboard.press('Tab');
  expect(await focusedText(page)).toBe('Skip to main content');
  await tabTo(page, 'link', 'I am new here');
  await page.keyboard.press('Enter');
  await tabTo(page, 'link', 'Practice Standards');
  await page.keyboard.press('Enter');
  await tabTo(page, 'link', /Timely intervention/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Timely intervention');

  await tabTo(page, 'button', 'Start the scenario');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedText(page)).toBe('Step 1');
  await expect(page).toHaveTitle(/^Step 1 – Timely intervention/);
  for (let step = 1; ; step += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(page, 'button', 'This is what I would do');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedText(page)).toBe('What happened');
    const onward = page.getByRole('button', { name: /Carry on|See how it ends/ });
    const isLast = (await onward.textContent()) === 'See how it ends';
    await tabTo(page, 'button', /Carry on|See how it ends/);
    await page.keyboard.press('Enter');
    if (isLast) break;
    await expect.poll(() => focusedText(page)).toBe(`Step ${step + 1}`);
  }
  await expect.poll(() => focusedText(page)).toMatch(/^Where this leaves them/);
  await expect(page.getByRole('heading', { name: 'Your route' })).toBeVisible();
  await expect(page.locator('[data-part^="scenario:"] [data-status]').first()).toHaveText('Done');

  await tabTo(page, 'button', 'Check my answers');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedText(page)).toContain('There is a problem');
  await expect(page).toHaveTitle(/^Error: /);
  for (const question of await page.locator('[data-item]').all()) await answerByKeyboard(question);
  await tabTo(page, 'button', 'Check my answers');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedText(page)).toMatch(/^\d of \d right/);
  await expect(page.getByRole('status').filter({ hasText: 'You completed this module' })).toBeVisible();

  await page.goto(PAGES.myLearning);
  await expect(page.getByRole('region', { name: 'Finished' })).toContainText('Timely intervention');
  await page.goto(PAGES.framework);
  await expect(page.locator('[data-module$="/timely-intervention"] [data-status]')).toHaveText('Completed');
});

test('a learner who closes the tab in the middle of a scenario goes on where they were', async ({ context }) => {
  const first = await context.newPage();
  await first.goto(PAGES.scenario);
  await first.getByRole('button', { name: 'Start the scenario' }).click();
  await first.locator('.stage input[type="radio"]').first().check();
  await first.getByRole('button', { name: 'This is what I would do' }).click();
  await first.getByRole('button', { name: 'Carry on' }).click();
  const situation = await first.locator('.stage .situation').textContent();
  await expect.poll(() => countEvents(first)).toBe(2);
  await first.close();

  const second = await context.newPage();
  await second.goto(PAGES.home);
  await second.getByRole('region', { name: 'Continue where you left off' }).getByRole('link').click();
  await expect(second.locator('.stage')).toContainText('You left off here');
  await expect(second.locator('.stage .situation')).toHaveText(situation ?? '');
});

test('the Back button goes back one screen at a time, and what was chosen stays chosen', async ({ page }) => {
  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  const option = page.locator('.stage .govuk-radios__item').nth(1);
  const text = (await option.textContent())?.trim() ?? '';
  await option.getByRole('radio').check();
  await page.getByRole('button', { name: 'This is what I would do' }).click();
  await expect(page.locator('.stage .your-choice')).toContainText(text);
  await page.goBack();
  await expect(page.locator('.stage [data-heading]')).toHaveText('Step 1');
  await expect(page.locator('.stage input:checked')).toBeDisabled();
  await expect(page.locator('.stage .govuk-radios__item').filter({ hasText: text }).getByRole('radio')).toBeChecked();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Carry on' })).toBeVisible();
  await page.goForward();
  await page.goForward();
  await expect(page.locator('.stage').getByRole('heading').first()).toHaveText('What happened');
});

test('a link within the page leaves a scenario where it is', async ({ page }) => {
  await page.goto(PAGES.module);
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  await page.locator('.stage input[type="radio"]').first().check();
  await page.getByRole('button', { name: 'This is what I would do' }).click();
  await page.getByRole('link', { name: 'Check what you know' }).click();
  await expect(page.locator('.stage')).toContainText('What happened');
  await page.goBack();
  await expect(page.locator('.stage')).toContainText('What happened');
});

test('going back to the start of a scenario offers to carry on, and a reload at its ending shows the ending', async ({ page }) => {
  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  await choose(page);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Start again from the beginning' })).toBeVisible();
  await page.getByRole('button', { name: 'Carry on' }).click();
  await expect(page.locator('.stage')).toContainText('Step 2');
  while ((await choose(page)) !== 'See how it ends');
  const ending = await page.locator('.stage [data-ending]').textContent();
  await expect.poll(() => endings(page)).toBe(1);
  await page.reload();
  await expect(page.locator('.stage [data-ending]')).toHaveText(ending ?? '');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.stage')).toContainText('Step 1');
  await page.goBack();
  await expect(page.locator('.stage [data-ending]')).toHaveText(ending ?? '');
});

test('the skip link takes the focus to the page without painting it', async ({ page }) => {
  await page.goto(PAGES.home);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  expect(await page.locator('main').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
});

test('the council’s brand colour is the one that shows', async ({ page }) => {
  await page.goto(PAGES.home);
  const brand = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[href$="brand.css"]');
    const [, colour] = /--brand:(#[0-9a-f]{6})/.exec(await (await fetch(link?.href ?? '')).text()) ?? [];
    return { wanted: colour, shown: getComputedStyle(document.documentElement).getPropertyValue('--brand').trim() };
  });
  expect(brand.shown).toBe(brand.wanted);
});

test('options come in one order for an attempt, whatever happens to the page', async ({ page }) => {
  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  await page.locator('.stage input[type="radio"]').first().check();
  await page.getByRole('button', { name: 'This is what I would do' }).click();
  await page.getByRole('button', { name: 'Carry on' }).click();
  const order = await page.locator('.stage .govuk-radios__label').allTextContents();
  await expect.poll(() => countEvents(page)).toBe(2);
  await page.reload();
  await expect(page.locator('.stage .govuk-radios__label')).toHaveText(order);
});

test('a reflection is kept on the device and comes back', async ({ page }) => {
  await page.goto(PAGES.module);
  await page.getByLabel('Your reflection').fill('I ring before I am late, not after.');
  await page.getByRole('button', { name: 'Save my reflection' }).click();
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Your reflection')).toHaveValue('I ring before I am late, not after.');
  await page.goto(PAGES.myLearning);
  await expect(page.getByRole('region', { name: 'Your reflections' })).toContainText('I ring before I am late, not after.');
});

test('clearing asks first, and then leaves nothing behind', async ({ page }) => {
  await page.goto(PAGES.module);
  await page.getByLabel('Your reflection').fill('Something of mine');
  await page.getByRole('button', { name: 'Save my reflection' }).click();
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await page.goto(PAGES.myLearning);
  await page.getByRole('button', { name: 'Clear my learning' }).click();
  await page.getByRole('button', { name: 'No, keep it' }).click();
  await expect(page.getByRole('region', { name: 'Your reflections' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear my learning' }).click();
  await page.getByRole('button', { name: 'Yes, delete it all' }).click();
  await expect(page.getByText('Your learning has been cleared from this browser.')).toBeVisible();
  expect(await page.evaluate(async () => ({ databases: await indexedDB.databases(), keys: Object.keys(localStorage), caches: await caches.keys() }))).toEqual({ databases: [], keys: [], caches: [] });
});

test('a saved copy brings everything back after it was cleared', async ({ page }) => {
  await page.goto(PAGES.module);
  await page.getByLabel('Your reflection').fill('Worth keeping');
  await page.getByRole('button', { name: 'Save my reflection' }).click();
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await page.goto(PAGES.myLearning);
  const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a copy' }).click()]);
  const file = await copy.path();
  await page.getByRole('button', { name: 'Clear my learning' }).click();
  await page.getByRole('button', { name: 'Yes, delete it all' }).click();
  await expect(page.getByText('has been cleared')).toBeVisible();
  await page.getByLabel('Bring back a copy').setInputFiles(file);
  await expect(page.getByText('Brought back 1 entry.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your reflections' })).toContainText('Worth keeping');
  await page.getByLabel('Bring back a copy').setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"something else"}') });
  await expect(page.getByText(/not a whole copy of your learning/)).toBeVisible();
});

test('where storage is refused the course works and says that nothing will be kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('refused', 'SecurityError'); } });
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } });
  });
  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  await page.locator('.stage input[type="radio"]').first().check();
  await page.getByRole('button', { name: 'This is what I would do' }).click();
  await expect(page.locator('.stage').getByRole('heading').first()).toHaveText('What happened');
  await expect(page.getByText('Your progress won’t be kept.')).toBeVisible();
});

/** Chooses the first option of the step on the screen and goes on. Returns what the way on was called. */
async function choose(page: Page): Promise<string> {
  await page.locator('.stage input[type="radio"]').first().check();
  await page.getByRole('button', { name: 'This is what I would do' }).click();
  const onward = page.getByRole('button', { name: /Carry on|See how it ends/ });
  const name = (await onward.textContent()) ?? '';
  await onward.click();
  return name;
}

const endings = async (page: Page) => (await readEvents(page)).filter(({ type }) => type === 'scenario-ended').length;
const countEvents = async (page: Page) => (await readEvents(page)).length;

function readEvents(page: Page): Promise<{ type: string }[]> {
  return page.evaluate(
    () =>
      new Promise<{ type: string }[]>((resolve) => {
        const opening = indexedDB.open('practice-academy');
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('events').objectStore('events').getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result as { type: string }[]);
          };
        };
      }),
  );
}
