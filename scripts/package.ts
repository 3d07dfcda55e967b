import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suggest } from '../src/checks/nearest.ts';
import { requireContent } from '../src/checks/read-content.ts';
import { toLibrary } from '../src/checks/to-library.ts';
import { prepareLesson, type Lesson } from '../src/course/lesson.ts';
import { PACKAGE_TARGETS, type PackageOrder, type PackageTarget } from '../src/course/package-order.ts';
import { trackCourse } from '../src/course/tracked-course.ts';
import { showLabel } from '../src/framework/show-label.ts';
import { requireRoomForProgress, requireSmall, toKilobytes } from '../src/packaging/limits.ts';
import { packFramework, packModule, type Package, type PackageSource } from '../src/packaging/make-package.ts';
import { PackageError } from '../src/packaging/package-error.ts';
import { writeZip } from '../src/packaging/write-zip.ts';
import { worstSuspendDataLength } from '../src/tracking/scorm/suspend-data.ts';
import { runCommand } from './command.ts';

const help = `Packs modules for a learning management system (LMS) or learning record store (LRS), as zip files to upload there.

  npm run package -- --framework ID --target ${PACKAGE_TARGETS.join('|')}
  npm run package -- --framework ID --module ID --target …
  npm run package -- --framework ID --each-module --target …

  --framework ID   the folder's name under content/frameworks; one package holds all of its modules
  --module ID      a package for this module alone; say it again for more of them
  --each-module    a package for every module of the framework
  --target         cmi5, scorm12 (SCORM 1.2), scorm2004 (SCORM 2004, 4th edition) or xapi (Tin Can launch)
  --out DIR        where the zips are written (packages)
  --content DIR    the folder of content (content, or what ACADEMY_CONTENT says)

The same content always gives the same files, byte for byte; the SHA-256 of each is printed. docs/lms.md says which LMS takes what.`;

const options = {
  framework: { type: 'string' },
  module: { type: 'string', multiple: true },
  'each-module': { type: 'boolean', default: false },
  target: { type: 'string' },
  out: { type: 'string', default: 'packages' },
  content: { type: 'string' },
} as const;

await runCommand({ help, options }, async ({ framework, module: named = [], 'each-module': isEach, target: wanted, out, content }, [unexpected]) => {
  const target = PACKAGE_TARGETS.find((known) => known === wanted);
  if (framework === undefined || target === undefined || unexpected !== undefined) {
    console.error(`${explainMistake(framework, wanted, unexpected)}\n\n${help}`);
    return 2;
  }
  if (content !== undefined) process.env.ACADEMY_CONTENT = content;
  try {
    const { lessons, source } = await readSource(framework, process.env.ACADEMY_CONTENT ?? 'content');
    const elements = isEach ? source.modules.map(({ element }) => element) : named;
    const order = placeOrder(target, source, elements);
    requireRoom(order, elements.length > 0, lessons, source);
    await writePackages(order, elements, source, out);
    return 0;
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    console.error(error.message);
    return 1;
  }
});

function explainMistake(framework: string | undefined, target: string | undefined, unexpected: string | undefined): string {
  if (unexpected !== undefined) return `"${unexpected}" has no place here.`;
  if (framework === undefined) return 'Say which framework: --framework ID.';
  if (target === undefined) return 'Say for what: --target.';
  return `"${target}" is not a target. ${suggest(target, PACKAGE_TARGETS, 'Choose one of them.')}`;
}

/** Before anything is built: whether an LMS can keep what a learner does in each package. */
function requireRoom({ target, elements }: PackageOrder, isOneEach: boolean, lessons: readonly Lesson[], source: PackageSource): void {
  const ordered = lessons.filter(({ element }) => elements.includes(element.id));
  for (const packed of isOneEach ? ordered.map((lesson) => [lesson]) : [ordered]) {
    const title = isOneEach ? (packed[0]?.module.title ?? '') : source.title;
    requireRoomForProgress(target, worstSuspendDataLength(trackCourse(packed, source)), { title, isOneModule: isOneEach });
  }
}

async function readSource(id: string, contentDir: string): Promise<{ lessons: readonly Lesson[]; source: PackageSource }> {
  const content = await requireContent(contentDir);
  const library = toLibrary(content);
  const framework = library.findFramework(id);
  if (!framework) throw new PackageError(`There is no framework "${id}". ${suggest(id, library.frameworks.map((known) => known.id), 'Write its id.')}`);
  const lessons = library.listModules(framework).map(({ module }) => prepareLesson(library, module));
  if (lessons.length === 0) throw new PackageError(`"${id}" has no modules yet. Write them with: npm run generate -- ${id}`);
  const { modules } = trackCourse(lessons, content.academy);
  const title = showLabel(framework.title);
  const source: PackageSource = {
    framework: id,
    title,
    description: `${modules.length === 1 ? '1 learning module' : `${modules.length} learning modules`} on ${title}${framework.publisher ? `, ${framework.publisher}` : ''}.`,
    iriBase: content.academy.iriBase,
    language: content.academy.language,
    modules: lessons.flatMap(({ element }, index) => {
      const tracked = modules[index];
      return tracked ? [{ element: element.id, tracked, ...(element.section !== undefined && { section: showLabel(element.section) }) }] : [];
    }),
  };
  return { lessons, source };
}

function placeOrder(target: PackageTarget, source: PackageSource, elements: readonly string[]): PackageOrder {
  const known = source.modules.map(({ element }) => element);
  const unknown = elements.find((element) => !known.includes(element));
  if (unknown !== undefined) throw new PackageError(`"${source.framework}" has no module "${unknown}". ${suggest(unknown, known, 'Write its id.')}`);
  return { target, framework: source.framework, elements: elements.length > 0 ? elements : known, isFramed: elements.length === 0 && target !== 'cmi5' };
}

/** Builds once for all that was asked for. */
async function writePackages(order: PackageOrder, elements: readonly string[], source: PackageSource, out: string): Promise<void> {
  openFolder(out);
  mkdirSync('node_modules/.astro', { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), 'node_modules/.astro/package-build-'));
  process.env.ACADEMY_PACKAGE = JSON.stringify(order);
  process.env.ACADEMY_OUT = folder;
  try {
    // Not before it is needed: it takes longer to load than it takes to say that there is no such module.
    const { build } = await import('astro');
    await build({ logLevel: 'error' });
    if (elements.length === 0) save(await packFramework(folder, order, source), out);
    for (const element of elements) save(await packModule(folder, order.target, source, element), out, requireSmall);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Before anything is built, because that takes a while. @throws PackageError */
function openFolder(out: string): void {
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    throw new PackageError(`The packages can’t be written to "${out}": ${error instanceof Error && 'code' in error && error.code === 'EEXIST' ? 'there is a file of that name' : 'the folder can’t be made there'}.\nName another folder with --out.`);
  }
}

function save({ name, files }: Package, out: string, check: (name: string, bytes: number) => void = () => undefined): void {
  const zip = writeZip(files);
  check(name, zip.length);
  writeFileSync(join(out, name), zip);
  console.log(`${join(out, name)}  ${toKilobytes(zip.length)} KB  sha256 ${createHash('sha256').update(zip).digest('hex')}`);
}
