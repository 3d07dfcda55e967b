import type { Locator, Page } from '@playwright/test';

/** Gives every question of the page's knowledge check an answer, whatever its kind; which one doesn't matter. */
export async function answerCheck(page: Page): Promise<void> {
  for (const question of await page.locator('[data-item]').all()) {
    const selects = await question.getByRole('combobox').all();
    for (const [at, select] of selects.entries()) await select.selectOption({ index: at + 1 });
    if (selects.length === 0) await question.getByRole('radio').first().check();
  }
}

/** The same for one question, by keyboard alone. */
export async function answerByKeyboard(question: Locator): Promise<void> {
  const selects = await question.getByRole('combobox').all();
  for (const [at, select] of selects.entries()) {
    await select.focus();
    for (let down = 0; down <= at; down += 1) await select.press('ArrowDown');
  }
  if (selects.length === 0) await question.getByRole('radio').first().press('Space');
}
