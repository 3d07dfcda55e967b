import { chromium } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Keeps a browser from looking anything up on its own, and lets it run as root in a container. */
export const BROWSER_ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const INSTALLED_ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const NO_BROWSER = `The tests need Chromium or Chrome, and none could be found or installed.
Install one (on Debian or Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to where one is, and run the tests again.`;

/**
 * A browser for the tests, in this order: `CHROMIUM_PATH`, Playwright's own, one installed on the machine; else one is
 * installed, by Playwright or by the system. Each is started once, because a browser without its libraries is none.
 * @throws Error that says what to do, where there is none.
 */
export async function findBrowser(say: (line: string) => void): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await canStart(named)) return named;
    throw new Error(`CHROMIUM_PATH names "${named}", and no browser starts there. Correct it, or unset it to have one found.`);
  }
  const found = await firstThatStarts([chromium.executablePath(), ...listInstalled()]);
  if (found) return found;
  say('No browser found: installing Chromium with Playwright.');
  if (run('npx', ['playwright', 'install', 'chromium'], 300_000)) {
    if (isRoot() && !(await canStart(chromium.executablePath()))) run('npx', ['playwright', 'install-deps', 'chromium'], 600_000);
    if (await canStart(chromium.executablePath())) return chromium.executablePath();
  }
  if (isRoot() && isDebian()) {
    say('That was not possible: installing the system’s Chromium.');
    run('apt-get', ['update'], 120_000);
    run('apt-get', ['install', '-y', 'chromium'], 600_000);
    const installed = await firstThatStarts(listInstalled());
    if (installed) return installed;
  }
  throw new Error(NO_BROWSER);
}

async function firstThatStarts(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await canStart(path)) return path;
  return undefined;
}

async function canStart(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  try {
    const browser = await chromium.launch({ executablePath: path, args: BROWSER_ARGUMENTS, timeout: 30_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

function listInstalled(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name))), ...INSTALLED_ELSEWHERE].filter((path) => existsSync(path));
}

function run(command: string, args: readonly string[], timeout: number): boolean {
  return spawnSync(command, args, { timeout, stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
}

const isRoot = (): boolean => process.getuid?.() === 0;

function isDebian(): boolean {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return /ID(?:_LIKE)?=.*(?:debian|ubuntu)/.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
