import { describe, expect, test } from 'vitest';
import { Cmi5Lms } from './cmi5-lms/cmi5-lms.ts';
import { listCategories } from './cmi5-lms/vocabulary.ts';
import { openRusticiAu } from './rustici-au.ts';

const PAGE = 'https://content.example/module/index.html';
const short = (id: string) => id.split('/').at(-1) ?? '';
const listSaid = (lms: Cmi5Lms) => lms.statements.map((statement) => [short(statement.verb.id), listCategories(statement).map(short)]);

/** A peer that others count as right has to get through, or the double asks for too much. */
describe('another maker’s unit', () => {
  test('a session that completes and passes breaks no clause, and satisfies the unit', async () => {
    const lms = new Cmi5Lms();
    const au = openRusticiAu(lms.launch(PAGE, { returnURL: 'https://lms.example/back' }).url, lms.fetch);
    await au.start();
    await au.completed();
    await au.passed({ scaled: 0.9 });
    await au.terminate();
    expect(lms.refusals).toEqual([]);
    expect(listSaid(lms)).toEqual([
      ['initialized', ['cmi5']],
      ['completed', ['cmi5', 'moveon']],
      ['passed', ['cmi5', 'moveon']],
      ['terminated', ['cmi5']],
    ]);
    expect([lms.standing(), au.getReturnURL()]).toEqual([{ completed: true, passed: true, satisfied: true }, 'https://lms.example/back']);
  });

  test('a session that fails breaks no clause, and a later one passes', async () => {
    const lms = new Cmi5Lms();
    const first = openRusticiAu(lms.launch(PAGE).url, lms.fetch);
    await first.start();
    await first.completed();
    await first.failed({ scaled: 0.5 });
    await first.terminate();
    const second = openRusticiAu(lms.launch(PAGE).url, lms.fetch);
    await second.start();
    await second.passed({ scaled: 0.7 });
    await second.terminate();
    expect([lms.refusals, lms.standing().satisfied]).toEqual([[], true]);
  });

  test('it cannot start twice from one launch, because the token is handed out once', async () => {
    const lms = new Cmi5Lms();
    const { url } = lms.launch(PAGE);
    await openRusticiAu(url, lms.fetch).start();
    await expect(openRusticiAu(url, lms.fetch).start()).rejects.toThrow(/error: 1/);
  });

  test('it works over a socket', async () => {
    const lms = new Cmi5Lms();
    await lms.listen();
    const au = openRusticiAu(lms.launch(PAGE).url, fetch);
    await au.start();
    await au.terminate();
    await lms.stop();
    expect(listSaid(lms).map(([verb]) => verb)).toEqual(['initialized', 'terminated']);
  });
});
