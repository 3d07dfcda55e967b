/** What code may reach for beside other code. */
export type Reach = 'node' | 'astro' | 'dom' | 'clock' | 'storage' | 'network' | 'terminal';

/** What a folder of `src/` may import from others, and what it may not reach for. */
export interface FolderRule {
  /** From the repository's root, without a slash at its end. The longest that fits a file decides. */
  folder: string;
  mayImport: readonly string[];
  mustNotReach: readonly Reach[];
}

const PURE: readonly Reach[] = ['node', 'astro', 'dom', 'clock', 'storage', 'network', 'terminal'];
const READS_FILES: readonly Reach[] = ['astro', 'dom', 'clock', 'storage', 'network', 'terminal'];
const IN_PAGES: readonly Reach[] = ['storage', 'network', 'terminal'];

const MODEL = ['src/framework', 'src/course'];
const SHOWN = [...MODEL, 'src/record', 'src/portal', 'src/author'];
const RUNS_IN_ASTRO = [...SHOWN, 'src/checks', 'src/tracking', 'src/components', 'src/layouts', 'src/pages', 'src/styles'];

/** The order of `src/`, in which data flows one way. A file may always import from its own folder. */
export const FOLDER_RULES: readonly FolderRule[] = [
  { folder: 'src/framework', mayImport: [], mustNotReach: PURE },
  { folder: 'src/course', mayImport: ['src/framework'], mustNotReach: PURE },
  { folder: 'src/importer', mayImport: ['src/framework'], mustNotReach: READS_FILES },
  { folder: 'src/generator', mayImport: MODEL, mustNotReach: READS_FILES },
  { folder: 'src/checks', mayImport: MODEL, mustNotReach: READS_FILES },
  // The scenario builder runs the rules in the browser.
  { folder: 'src/checks/rules', mayImport: [...MODEL, 'src/checks'], mustNotReach: PURE },
  { folder: 'src/record', mayImport: MODEL, mustNotReach: ['node', 'astro', 'clock', 'network', 'terminal'] },
  { folder: 'src/tracking', mayImport: ['src/course', 'src/record'], mustNotReach: ['node', 'astro', 'clock', 'storage', 'terminal'] },
  { folder: 'src/packaging', mayImport: ['src/course'], mustNotReach: READS_FILES },
  { folder: 'src/portal', mayImport: MODEL, mustNotReach: ['storage', 'network', 'terminal'] },
  { folder: 'src/author', mayImport: [...MODEL, 'src/checks'], mustNotReach: ['node', 'astro', 'network', 'terminal'] },
  { folder: 'src/components', mayImport: [...SHOWN, 'src/styles'], mustNotReach: IN_PAGES },
  { folder: 'src/layouts', mayImport: RUNS_IN_ASTRO, mustNotReach: IN_PAGES },
  // Astro looks for it beside the pages that it builds, and packages have pages of their own.
  { folder: 'src/layouts/package/content.config.ts', mayImport: ['src/content.config.ts'], mustNotReach: IN_PAGES },
  { folder: 'src/pages', mayImport: RUNS_IN_ASTRO, mustNotReach: IN_PAGES },
  { folder: 'src/styles', mayImport: [], mustNotReach: PURE },
  { folder: 'src/content.config.ts', mayImport: [...MODEL, 'src/checks'], mustNotReach: IN_PAGES },
  { folder: 'src/env.d.ts', mayImport: MODEL, mustNotReach: [] },
  { folder: 'astro.config.mjs', mayImport: [...MODEL, 'src/checks', 'src/portal'], mustNotReach: ['storage', 'network', 'terminal'] },
  { folder: 'scripts', mayImport: [...MODEL, 'src/importer', 'src/generator', 'src/checks', 'src/record', 'src/tracking', 'src/packaging', 'src/portal', 'src/author', 'tests'], mustNotReach: [] },
];

/** Each target below this folder stands alone: `tracking/xapi` may not know `tracking/cmi5`. */
export const TARGETS_FOLDER = 'src/tracking';

/** The files outside of tracking that may import it. */
export const MAY_PICK_TARGET = /^src\/(?:layouts\/(?:package\/)?start-[a-z0-9-]+(?:\.client)?\.ts|pages\/.+\.ts)$/;

/** What targets of one family share. It may not know the targets. */
export const SHARED_BY_TARGETS: readonly string[] = ['lrs', 'scorm'];

/** The few files that may do what their folder may not. */
export const EXCEPTIONS: readonly { file: string; reach: Reach; because: string }[] = [
  { file: 'src/checks/guard-content.ts', reach: 'clock', because: 'the real clock enters here, at the edge of a build; rules are handed the date' },
  { file: 'src/record/learner-record.ts', reach: 'clock', because: 'the real clock and ids enter here, unless others are handed in' },
  { file: 'src/components/load-catalogue.ts', reach: 'network', because: 'it reads a file of the site itself; nothing of a learner is sent' },
];

/** Names in global scope by what they reach for; a dot stands for a property. */
export const GLOBALS: Readonly<Record<string, Reach>> = {
  process: 'node', Buffer: 'node', require: 'node', __dirname: 'node', __filename: 'node', global: 'node',
  Astro: 'astro',
  window: 'dom', document: 'dom', navigator: 'dom', location: 'dom', history: 'dom', customElements: 'dom', HTMLElement: 'dom', Element: 'dom', Event: 'dom', CustomEvent: 'dom', matchMedia: 'dom', requestAnimationFrame: 'dom', DOMParser: 'dom', MutationObserver: 'dom', IntersectionObserver: 'dom', addEventListener: 'dom', alert: 'dom', confirm: 'dom', prompt: 'dom',
  'Date.now': 'clock', 'Math.random': 'clock', 'performance.now': 'clock', 'crypto.randomUUID': 'clock', 'crypto.getRandomValues': 'clock',
  indexedDB: 'storage', localStorage: 'storage', sessionStorage: 'storage', caches: 'storage', IDBKeyRange: 'storage', 'document.cookie': 'storage', 'navigator.storage': 'storage',
  fetch: 'network', XMLHttpRequest: 'network', WebSocket: 'network', EventSource: 'network', 'navigator.sendBeacon': 'network', 'window.parent': 'network', 'window.opener': 'network', 'window.top': 'network',
  console: 'terminal', 'process.exit': 'terminal', 'process.exitCode': 'terminal', 'process.stdout': 'terminal', 'process.stderr': 'terminal',
};

/** Packages by what they reach for. */
export const PACKAGES: readonly (readonly [name: RegExp, reach: Reach])[] = [
  [/^node:/, 'node'],
  [/^(?:astro|@astrojs\/[\w-]+)(?:[:/]|$)/, 'astro'],
  [/^idb(?:\/|$)/, 'storage'],
];

/** All that may stand at the top of the repository, beside files whose name starts with a dot. */
export const TOP_LEVEL: readonly string[] = ['content', 'src', 'scripts', 'tests', 'public', 'docs', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE.md'];

/** Names that say nothing of what is inside. */
export const DRAWERS = /^(?:utils?|helpers?|common|misc|shared|lib)(?:\.[a-z.]+)?$/i;

export const MAX_LINES = 400;
