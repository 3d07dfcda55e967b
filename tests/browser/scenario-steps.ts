import type { Page } from '@playwright/test';

/** Makes the given choice at each step, by the option's id, until the ending shows. */
export async function playScenario(page: Page, options: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: /Start the scenario|Try it again|Try again/ }).first().click();
  for (const option of options) {
    await page.locator(`.stage input[value="${option}"]`).check();
    await page.getByRole('button', { name: 'This is what I would do' }).click();
    await page.getByRole('button', { name: /Carry on|See how it ends/ }).click();
  }
}
