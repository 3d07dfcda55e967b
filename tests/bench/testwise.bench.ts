/**
 * Plays the whole library with strategies that know nothing of practice, and says how far each gets.
 *
 *     node tests/bench/testwise.bench.ts [content folder] [scenario…]
 *
 * Exact, not sampled: ties are averaged over all routes. Ends with 1 where a strategy passes more than ten percentage
 * points above chance.
 */
import { readContent } from '../../src/checks/read-content.ts';
import { MAX_ABOVE_CHANCE, measureTestWiseness, measureWordMemory } from '../../src/checks/test-wiseness/measure-library.ts';
import { WordMemory, type Tell } from '../../src/checks/test-wiseness/word-memory.ts';

/** Words that are shown on each side. */
const TELLS = 15;

const [folder = 'content', ...only] = process.argv.slice(2);
const content = await readContent(folder);
const scenarios = content.scenarios.map(({ scenario }) => scenario).filter(({ id }) => only.length === 0 || only.includes(id));
const results = measureTestWiseness(scenarios, content.frameworks.map(({ framework }) => framework));
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
const lines = results.map(({ strategy, score, pass, abovePass }) => `${strategy.id.padEnd(24)}${percent(score)}${percent(pass)}${(100 * abovePass).toFixed(1).padStart(9)}   ${strategy.describe}`);
process.stdout.write(`testwise: ${scenarios.length} scenarios\n${'strategy'.padEnd(24)}   score    pass  above\n${lines.join('\n')}\n`);
const over = results.filter(({ abovePass }) => abovePass > MAX_ABOVE_CHANCE);
process.stdout.write(over.length === 0 ? `No strategy passes more than ${MAX_ABOVE_CHANCE * 100} percentage points above chance.\n` : `Over ${MAX_ABOVE_CHANCE * 100} percentage points above chance: ${over.map(({ strategy }) => strategy.id).join(', ')}.\n`);
const { score, pass } = measureWordMemory(scenarios);
const tells = new WordMemory(scenarios).listTells();
const show = (list: readonly Tell[]) => list.map(({ word, strong, all }) => `${word} ${strong}/${all}`).join(', ');
process.stdout.write(`No strategy, and held to no limit: to remember from all other scenarios which words stood in strong options comes to ${percent(score).trim()}, and passes ${percent(pass).trim()}.
Words that tell, strong / all options: ${show(tells.slice(0, TELLS))}
and against: ${show(tells.slice(-TELLS).reverse())}
`);
process.exitCode = over.length === 0 ? 0 : 1;
