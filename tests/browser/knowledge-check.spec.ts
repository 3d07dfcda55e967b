import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { answerCheck } from './answer-check.ts';

const FRAMEWORKS = '/frameworks';
/** A question of each kind that people write, and the module it stands in. */
const QUESTIONS = {
  match: { item: 'hard-messages', address: `${FRAMEWORKS}/this-is-how-we-do-it/we-do-compassion/` },
  wording: { item: 'late-for-school', address: `${FRAMEWORKS}/dudley-practice-framework/communication-language-and-listening/` },
  order: { item: 'his-words-to-the-meeting', address: `${FRAMEWORKS}/rotherham-practice-standards/hearing-and-acting-on-what-children-and-young-people-say/` },
  voice: { item: 'saturdays-and-sundays', address: `${FRAMEWORKS}/relationships-first/voice-of-the-child-young-person/` },
};
type Kind = keyof typeof QUESTIONS;

const RIGHT_ORDER = [/^Ask Finlay what the meeting should know/, /^Read his words out/, /^Tell Finlay what the meeting decided/, /^Ask Finlay what the decision has changed/];
const RIGHT_PLACES = [
  ['We need to be able to deliver difficult messages and hold challenging conversations.', 'We Do Compassion'],
  ['When we say that we will do something, we will do it.', 'We Take Responsibility'],
  ['Where differences of view occur', "'One Service' – A Collective Responsibility"],
] as const;

async function open(page: Page, kind: Kind): Promise<Locator> {
  await page.goto(QUESTIONS[kind].address);
  return page.locator(`[data-item="${QUESTIONS[kind].item}"]`);
}

/** Hands the check in by keyboard, with all other questions answered somehow. */
async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check my answers' }).press('Enter');
}

/** Moves a list to the option by keyboard alone. */
async function choose(select: Locator, label: string): Promise<void> {
  await select.focus();
  const labels = await select.locator('option').allTextContents();
  await select.press('Home');
  for (let down = 0; down < labels.indexOf(label); down += 1) await select.press('ArrowDown');
  await expect(select.locator('option:checked')).toHaveText(label);
}

const errorOf = (question: Locator) => question.locator('[data-error]');

/** What the record holds of the question that was handed in last. */
async function readAnswer(page: Page, item: string): Promise<{ response: string; correct: boolean } | undefined> {
  return page.evaluate(
    async (id) =>
      new Promise<{ response: string; correct: boolean } | undefined>((resolve, reject) => {
        const opening = indexedDB.open('practice-academy');
        opening.onerror = () => reject(opening.error ?? new Error('the record does not open'));
        opening.onsuccess = () => {
          const database = opening.result;
          const [store = ''] = [...database.objectStoreNames].filter((name) => name === 'events');
          const asking = database.transaction(store).objectStore(store).getAll();
          asking.onsuccess = () => {
            database.close();
            const events = asking.result as { type: string; answers?: { item: string; response: string; correct: boolean }[] }[];
            resolve(events.findLast(({ type }) => type === 'check-submitted')?.answers?.find(({ item: name }) => name === id));
          };
        };
      }),
    item,
  );
}

test('whoever chose another person is shown the one who is missing', async ({ page }) => {
  const question = await open(page, 'voice');
  await answerCheck(page);
  await question.getByLabel('Tia, his mum').check();
  await handIn(page);
  await expect(question.getByText('○ Another answer fits better')).toBeVisible();
  await expect(question.locator('.govuk-radios__item:has-text("Danylo, 3") + .check-mark')).toHaveText('✓ This one.');
});

test.describe('by keyboard', () => {
  test('statements are matched, each is marked, and the record holds every pair', async ({ page }) => {
    const question = await open(page, 'match');
    await answerCheck(page);
    for (const [statement, value] of RIGHT_PLACES) await choose(question.getByLabel(statement), value);
    await handIn(page);
    await expect(question.getByText('✓ Yes, each of them')).toBeVisible();
    await expect(question.getByText('✓ Right.')).toHaveCount(3);
    await expect(question.getByText(/It stands under “We Do Compassion”, line \d+/).locator('visible=true')).toHaveCount(1);
    await expect(question.getByRole('combobox').first()).toBeDisabled();
    await expect.poll(async () => (await readAnswer(page, QUESTIONS.match.item))?.correct).toBe(true);
    expect((await readAnswer(page, QUESTIONS.match.item))?.response.split('[,]').sort()).toEqual([
      expect.stringMatching(/^one-service-[0-9a-z-]+-7\[\.\]one-service-[0-9a-z-]+$/),
      'we-do-compassion-5[.]we-do-compassion',
      expect.stringMatching(/^we-take-resp[0-9a-z-]+-1\[\.\]we-take-resp[0-9a-z-]+$/),
    ]);
  });

  test('one statement that belongs elsewhere is shown, and the question is not right', async ({ page }) => {
    const question = await open(page, 'match');
    await answerCheck(page);
    for (const [statement, value] of RIGHT_PLACES) await choose(question.getByLabel(statement), value);
    await choose(question.getByLabel(RIGHT_PLACES[0][0]), 'We Are A Learning Organisation');
    await handIn(page);
    await expect(question.getByText('○ 2 of 3 are where they belong')).toBeVisible();
    await expect(question.getByText('○ Elsewhere.')).toHaveCount(1);
    await expect.poll(async () => (await readAnswer(page, QUESTIONS.match.item))?.correct).toBe(false);
  });

  test('a wording is chosen, and every wording gets its reason', async ({ page }) => {
    const question = await open(page, 'wording');
    await answerCheck(page);
    await question.getByLabel(/Layla was late on six days because/).press('Space');
    await handIn(page);
    await expect(question.getByText('○ Another answer fits better')).toBeVisible();
    await expect(question.locator('.check-mark')).toHaveCount(4);
    await expect(question.locator('.check-mark').filter({ hasText: '✓ This one.' })).toHaveText(/It names what happened/);
    await expect(question.locator('.govuk-radios__item:has-text("night shift ends at seven") + .check-mark')).toContainText('✓ This one.');
    await expect(question.locator('.check-note .quotation')).toContainText('We focus on the issue not the person');
    await expect.poll(() => readAnswer(page, QUESTIONS.wording.item)).toEqual({ item: QUESTIONS.wording.item, response: 'priorities', correct: false });
  });

  test('steps are put in order, and the record holds the learner’s order', async ({ page }) => {
    const question = await open(page, 'order');
    await answerCheck(page);
    for (const [at, step] of RIGHT_ORDER.entries()) await choose(question.getByLabel(step), ['First', 'Second', 'Third', 'Fourth'][at] ?? '');
    await handIn(page);
    await expect(question.getByText('✓ Yes, in this order')).toBeVisible();
    await expect(question.locator('.check-note .quotation figcaption')).toContainText(/line \d+/);
    await expect.poll(() => readAnswer(page, QUESTIONS.order.item)).toEqual({ item: QUESTIONS.order.item, response: 'ask-finlay[,]bring-his-words[,]tell-him-why[,]ask-what-changed', correct: true });
  });

  test('the person who is not heard is found', async ({ page }) => {
    const question = await open(page, 'voice');
    await expect(question.getByRole('figure', { name: /Home visit/ })).toContainText('Danylo, 3, lives with his gran');
    await answerCheck(page);
    await question.getByLabel('Danylo, 3').press('Space');
    await handIn(page);
    await expect(question.getByText('✓ Yes, that is it')).toBeVisible();
    await expect(question.getByText('Danylo is seen and spoken for').locator('visible=true')).toHaveCount(1);
    await expect(question.getByText('✓ This one.')).toHaveCount(0);
    await expect.poll(async () => (await readAnswer(page, QUESTIONS.voice.item))?.response).toBe('danylo');
  });
});

test('lists without an answer are named, linked and marked, and no others', async ({ page }) => {
  const question = await open(page, 'match');
  await answerCheck(page);
  const second = question.getByRole('combobox').nth(1);
  await second.selectOption('');
  await handIn(page);
  await expect(page.locator('[data-summary]')).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  const link = page.locator('[data-summary]').getByRole('link');
  await expect(link).toHaveText(/^Choose where each statement belongs in question \d$/);
  await expect(errorOf(question)).toHaveText(/^\s*Error:\s+Choose where each statement belongs in question \d$/);
  await expect(question.locator('.govuk-select--error')).toHaveCount(1);
  await expect(second).toHaveAttribute('aria-describedby', (await errorOf(question).getAttribute('id')) ?? '');
  await link.press('Enter');
  await expect(second).toBeFocused();
  await second.selectOption({ index: 1 });
  await handIn(page);
  await expect(errorOf(question)).toBeHidden();
  await expect(second).not.toHaveAttribute('aria-describedby');
});

test('two steps in one place are an error of their own, and keep what says what the question is about', async ({ page }) => {
  const question = await open(page, 'order');
  await answerCheck(page);
  await question.getByRole('combobox').nth(2).selectOption('First');
  await handIn(page);
  await expect(errorOf(question)).toContainText('Give each step a place of its own in question');
  await expect(question.locator('.govuk-select--error')).toHaveCount(2);
  await expect(question.getByRole('group')).toHaveAccessibleDescription(/^A meeting is to decide where Finlay, 12, lives.*Error:\s+Give each step a place/);
});

test('trying again takes every mark away and puts the focus on the first question', async ({ page }) => {
  const question = await open(page, 'order');
  await answerCheck(page);
  await handIn(page);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(page.locator('.check-note')).toHaveCount(0);
  await expect(question.getByRole('combobox').first()).toBeEnabled();
  await expect(question.getByRole('combobox').first()).toHaveValue('');
  await expect(page.locator('knowledge-check').locator('input, select').first()).toBeFocused();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  for (const [kind, words] of [
    ['match', [/“We need to be able to deliver difficult messages.*It stands under “We Do Compassion”/, /Hard messages stand under compassion/]],
    ['wording', [/✓ This one: “Layla was late on six days\. .*It names what happened/, /○ Not this one: “Dad is doing his best.*It sounds kind/]],
    ['order', [/Ask Finlay what the meeting should know.*Read his words out.*Tell Finlay what.*Ask Finlay what the decision/, /Each step needs the one before/]],
    ['voice', [/Danylo, 3/, /Danylo is seen and spoken for/]],
  ] as const) {
    test(`a ${kind} question reads whole, with its answer to open`, async ({ page }) => {
      const question = await open(page, kind);
      const answer = question.locator('details');
      await expect(answer.locator('[data-explained]')).toBeHidden();
      await question.getByText(/See the answer to question \d/).click();
      for (const word of words) await expect(answer).toHaveText(word);
      await expect(question.getByRole('combobox')).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Check my answers' })).toBeHidden();
    });
  }

  test('a match question says what one would choose from', async ({ page }) => {
    await expect((await open(page, 'match')).getByText(/^To choose from:/)).toContainText('We Take Responsibility · We Are A Learning Organisation');
  });
});

test('on paper the choices can be read, and what was not answered is a line to write on', async ({ page }) => {
  const question = await open(page, 'match');
  await page.emulateMedia({ media: 'print' });
  await expect(question.getByText(/^To choose from:/)).toBeVisible();
  const { colour, line } = await question.getByRole('combobox').first().evaluate((select) => ({ colour: getComputedStyle(select).color, line: getComputedStyle(select).borderBottomStyle }));
  expect(colour).toBe('rgba(0, 0, 0, 0)');
  expect(line).toBe('solid');
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const STATES: Record<string, (page: Page) => Promise<void>> = {
  blank: async () => undefined,
  error: handIn,
  feedback: async (page) => {
    await answerCheck(page);
    await handIn(page);
  },
};

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in any kind and state: ${width} px, ${colorScheme}`, async ({ browser }) => {
      test.slow();
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const kind of Object.keys(QUESTIONS) as Kind[]) {
        for (const [state, reach] of Object.entries(STATES)) {
          await open(page, kind);
          await reach(page);
          const { violations } = await new AxeBuilder({ page }).include('knowledge-check').withTags(TAGS).analyze();
          expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), `${kind}, ${state}`).toEqual([]);
          expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `pixels of sideways scroll: ${kind}, ${state}`).toBe(0);
        }
      }
      await context.close();
    });
  }
}
