import { ContentError } from '../../src/framework/problem.ts';
import { readSafeYaml } from '../../src/framework/safe-yaml.ts';
import { YAML_BOMBS } from './yaml-bombs.ts';

const BUDGET_MS = 200;
const RUNS = 5;

const slowest = YAML_BOMBS.map(({ name, text }) => {
  const times = Array.from({ length: RUNS }, () => time(text)).sort((a, b) => a - b);
  return { name, median: times[Math.floor(RUNS / 2)] ?? 0 };
}).sort((a, b) => b.median - a.median)[0];
console.log(`yaml-bombs: slowest of ${YAML_BOMBS.length} is "${slowest?.name}", median of ${RUNS} runs ${slowest?.median.toFixed(0)} ms; budget ${BUDGET_MS} ms`);
process.exitCode = (slowest?.median ?? 0) <= BUDGET_MS ? 0 : 1;

function time(text: string): number {
  const start = performance.now();
  try {
    readSafeYaml(text, 'bomb.yaml');
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
  }
  return performance.now() - start;
}
