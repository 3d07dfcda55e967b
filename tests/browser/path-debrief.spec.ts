import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ScenarioInput } from '../../src/course/scenario.ts';
import { PAGES } from './pages.ts';

const scenario = parse(readFileSync('content/scenarios/late-on-his-birthday.yaml', 'utf8')) as ScenarioInput;

/** Plays to an ending, at each step with an option of the first of these judgements that is on offer. */
async function play(page: Page, judgements: readonly string[], confidence?: string): Promise<void> {
  for (let id = scenario.steps[0]?.id; ; ) {
    const step = scenario.steps.find((each) => each.id === id);
    if (!step) return;
    const option = judgements.flatMap((judgement) => step.options.filter((each) => each.judgement === judgement))[0];
    await page.locator(`.stage input[value="${option?.id}"]`).check();
    if (confidence) await page.locator('.stage').getByLabel(confidence).check();
    await page.getByRole('button', { name: 'This is what I would do' }).click();
    await page.getByRole('button', { name: /Carry on|See how it ends/ }).click();
    id = option?.next;
  }
}

const eventsOn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ type: string; confidence?: string; route?: { confidence?: string }[]; seed?: number }[]>((resolve, reject) => {
        const opening = indexedDB.open('practice-academy');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const [store = ''] = [...database.objectStoreNames].filter((name) => name.includes('event'));
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
        };
      }),
  );

test('a route of strong practice says so, with its map in words', async ({ page }) => {
  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  await play(page, ['strong']);
  await expect(page.getByText('Your route is one of strong practice from start to end.')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Map of your route\. You went by step 1, then .*ending [A-E]/ })).toBeVisible();
});

test('another route says where good practice would have chosen otherwise, which statement decided it, and where each road leads', async ({ page }) => {
  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  await play(page, ['weak', 'unsafe', 'acceptable', 'strong']);
  await expect(page.getByText(/Good practice would have chosen otherwise/)).toBeVisible();
  const best = scenario.steps[0]?.options.find(({ judgement }) => judgement === 'strong')?.text ?? '';
  await expect(page.locator('.scenario-debrief li').filter({ hasText: best }).first()).toBeVisible();
  const first = page.locator('.route > li').first();
  await first.getByText('The statement that decided it').click();
  await expect(first.locator('.quotation')).toBeVisible();
  await first.getByText(/roads? not taken/).click();
  await expect(first.locator('.other-road').first()).toBeVisible();
});

test('how sure one was is asked before the outcome, is optional, is kept, is told at the end, and brings the scenario back under My learning until it is done better', async ({ page }) => {
  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  await expect(page.locator('.stage').getByRole('group', { name: /How sure are you/ })).toBeVisible();
  await play(page, ['weak', 'unsafe', 'acceptable', 'strong'], 'Very sure');
  await expect(page.getByText(/You were very sure at step/)).toBeVisible();
  const events = await eventsOn(page);
  expect(events.filter(({ type }) => type === 'option-chosen').map(({ confidence }) => confidence)).toContain('very-sure');
  expect(events.find(({ type }) => type === 'scenario-ended')?.route?.every(({ confidence }) => confidence === 'very-sure')).toBe(true);
  await page.goto(PAGES.myLearning);
  await expect(page.getByRole('heading', { name: 'Worth another look' })).toBeVisible();

  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Try it again' }).click();
  await play(page, ['strong']);
  await page.goto(PAGES.myLearning);
  await expect(page.getByRole('heading', { name: 'Scenarios', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Worth another look' })).toBeHidden();
});

test('a reload in the middle shows the options in the same order, with what was said of how sure one was', async ({ page }) => {
  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Start the scenario' }).click();
  const order = () => page.locator('.stage [data-radios] input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  const before = await order();
  await page.locator('.stage [data-radios] input').first().check();
  await page.locator('.stage').getByLabel('Fairly sure').check();
  await page.getByRole('button', { name: 'This is what I would do' }).click();
  await expect(page.getByText('You were fairly sure.')).toBeVisible();
  await page.goBack();
  expect(await order()).toEqual(before);
  await expect(page.locator('.stage').getByLabel('Fairly sure')).toBeChecked();
  await expect.poll(async () => (await eventsOn(page)).length).toBeGreaterThan(1);
  await page.reload();
  await expect(page.locator('.stage')).toContainText(/This is what you chose|You left off here|What happened/);
});

test('a group reads the scenario as a whole: options in the order of the file, and nothing kept', async ({ page }) => {
  await page.goto(PAGES.scenario);
  await page.getByRole('button', { name: 'Read it as a whole' }).click();
  const wayBack = page.getByRole('button', { name: 'One decision at a time' });
  await expect(wayBack).toBeFocused();
  await expect(wayBack).toBeInViewport();
  const shown = await page.locator('[data-step]').first().locator('[data-option] summary').allTextContents();
  expect(shown).toEqual(scenario.steps[0]?.options.map(({ text }) => text));
  await expect(page.getByRole('heading', { name: 'Looking back' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'This is what I would do' })).toBeHidden();
  await wayBack.click();
  await expect(page.getByRole('button', { name: 'Start the scenario' })).toBeVisible();
  await page.goto(PAGES.myLearning);
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
});
