import { expect, type Frame, type Page } from '@playwright/test';
import { projectScenario } from '../../src/record/scenario-progress.ts';
import { decodeProgress } from '../../src/tracking/progress-code.ts';
import { readSuspendData } from '../../src/tracking/scorm/suspend-data.ts';
import type { ScormVersion } from '../peers/scorm-strict.ts';
import { COURSE } from '../unit/tracking/sample-course.ts';
import { answerWell, beginVisit, meetWell, readValues, visitWell } from '../unit/tracking/scorm/visit.ts';
import { test, type ScormLms, type Way } from './scorm-page.ts';

/** The page of the package, wherever it came to lie. */
async function findSco(page: Page): Promise<Frame> {
  const link = page.getByRole('link', { name: 'Open' });
  const place = (await link.count()) > 0 ? (await Promise.all([page.waitForEvent('popup'), link.click()]))[0] : page;
  const find = () => place.frames().find((frame) => frame.url().split('?')[0]?.endsWith('/sco'));
  await expect.poll(() => find() !== undefined).toBe(true);
  const frame = find();
  if (!frame) throw new Error('No page of the package');
  await frame.waitForFunction(() => window.sco !== undefined);
  return frame;
}

const act = (frame: Frame, inputs: ReturnType<typeof visitWell>) => frame.evaluate(async (done) => (await window.sco).act(done), inputs);
const exit = (frame: Frame) => frame.evaluate(async () => (await window.sco).connection.exit?.());
const strict = (page: Page) => page.evaluate(() => ({ refused: window.strictLms.refused, differences: window.strictLms.differences, saved: window.strictLms.saved }));
const STATUS = { '1.2': 'cmi.core.lesson_status', '2004': 'cmi.success_status' } as const;

/** What the LMS has of a learner, as events. */
const keptEvents = (lms: ScormLms, learner: string) => decodeProgress(readSuspendData(lms.kept.get(learner)?.['cmi.suspend_data'] ?? '')?.progress ?? '', COURSE);

const allWell = () => [...visitWell(), answerWell(), ...meetWell(), readValues()];

for (const version of ['1.2', '2004'] as const satisfies readonly ScormVersion[]) {
  test.describe(`SCORM ${version} in a browser, with scorm-again as the LMS`, () => {
    for (const way of ['frame', 'frame in a frame', 'window', 'frame in a window', 'frame of another site'] as const satisfies readonly Way[]) {
      test(`is found by way of a ${way}, and has all that was done`, async ({ page, lms }) => {
        const learner = `${version}-${way.replaceAll(' ', '-')}`;
        await page.goto(lms.launch(version, learner, way));
        const sco = await findSco(page);
        await act(sco, allWell());
        expect(await exit(sco)).toEqual({ delivered: true });
        expect(await strict(page)).toMatchObject({ refused: [], differences: [] });
        expect(lms.kept.get(learner)).toMatchObject({ [STATUS[version]]: 'passed' });
      });
    }

    test('is not found in a window of another site, and the learner is told', async ({ page, lms }) => {
      await page.goto(lms.launch(version, 'nobody', 'another site alone'));
      const sco = await findSco(page);
      expect(await sco.evaluate(() => window.sco.then(() => '', (error: Error) => `${error.name}: ${error.message}`))).toContain('NotConnectedError: This page has found no learning system.');
    });

    test('has every choice when the tab is closed right after it', async ({ page, lms, context }) => {
      await page.close();
      for (let time = 0; time < 5; time += 1) {
        const learner = `${version}-closed-${time}`;
        const tab = await context.newPage();
        await tab.goto(lms.launch(version, learner));
        await act(await findSco(tab), [...beginVisit()]);
        await tab.close();
        expect(projectScenario(keptEvents(lms, learner), 'visit').unfinished?.route).toEqual([{ step: 'friday', option: 'ring-and-say-so', judgement: 'strong' }]);
      }
    });

    test('has everything when the learner goes to another page, with the session ended', async ({ page, lms }) => {
      const learner = `${version}-gone`;
      await page.goto(lms.launch(version, learner));
      await act(await findSco(page), [...visitWell(), answerWell()]);
      const before = lms.commits.get(learner) ?? 0;
      await page.frames().find((frame) => frame.name() === 'sco')?.evaluate(() => location.assign('/around'));
      await expect.poll(() => page.evaluate(() => window.strictLms.state)).toBe('ended');
      expect(lms.commits.get(learner)).toBeGreaterThan(before);
      // While a page goes away its LMS can't wait for a server, so that scorm-again says of this one commit that it failed.
      expect((await strict(page)).refused).toEqual([]);
    });

    test('goes on where the learner stopped, in a browser that never saw them', async ({ page, lms, browser }) => {
      const learner = `${version}-elsewhere`;
      await page.goto(lms.launch(version, learner));
      await act(await findSco(page), [answerWell(), ...beginVisit()]);
      await page.close();
      const elsewhere = await (await browser.newContext()).newPage();
      await elsewhere.goto(lms.launch(version, learner));
      const sco = await findSco(elsewhere);
      const events = await sco.evaluate(async () => (await window.sco).record.readAll());
      expect(projectScenario(events, 'visit').unfinished).toMatchObject({ route: [{ step: 'friday', option: 'ring-and-say-so' }], nextStep: 'at-the-door' });
      await act(sco, [...visitWell(), ...meetWell(), readValues()]);
      expect(await exit(sco)).toEqual({ delivered: true });
      expect(await strict(elsewhere)).toMatchObject({ refused: [], differences: [] });
      expect(lms.kept.get(learner)).toMatchObject({ [STATUS[version]]: 'passed' });
      await elsewhere.context().close();
    });

    test('keeps two learners of one browser apart', async ({ page, lms }) => {
      const launch = async (learner: string) => {
        const id = version === '1.2' ? 'cmi.core.student_id' : 'cmi.learner_id';
        if (!lms.kept.has(learner)) lms.kept.set(learner, { [id]: learner });
        await page.goto(lms.launch(version, learner));
        return findSco(page);
      };
      await act(await launch(`${version}-ann`), allWell());
      const second = await launch(`${version}-bo`);
      expect(await second.evaluate(async () => (await window.sco).record.readAll())).toEqual([]);
      const back = await launch(`${version}-ann`);
      expect(await back.evaluate(async () => (await window.sco).record.health)).toEqual({ state: 'kept' });
      expect((await back.evaluate(async () => (await window.sco).record.readAll())).length).toBeGreaterThan(5);
    });
  });
}
