import { createHash } from 'node:crypto';
import path from 'node:path';
import { parseAcademy } from '../framework/academy.ts';
import { FrameworkSchema, SourceRecordSchema } from '../framework/framework.ts';
import { parseWith } from '../framework/parse-with.ts';
import { ContentError, type Problem } from '../framework/problem.ts';
import { readSafeYaml, type YamlFile } from '../framework/safe-yaml.ts';
import { ThemesSchema } from '../framework/theme.ts';
import { splitFrontMatter } from '../course/front-matter.ts';
import { LearningModuleSchema } from '../course/learning-module.ts';
import { ScenarioSchema } from '../course/scenario.ts';
import type { Academy } from '../framework/academy.ts';
import type { Content, FrameworkFile, ModuleFile, ScenarioFile, SourceDocument } from './content.ts';
import { byPlace } from './by-place.ts';
import { ContentFolder } from './content-folder.ts';
import { readQuickYaml } from './quick-yaml.ts';

export type { Content } from './content.ts';

const MAX_FRONT_MATTER = 16_384;
const MAX_TEXT_BYTES = 1_000_000;
const MAX_SOURCE_BYTES = 50_000_000;
const TEXT_SOURCE = /\.(?:md|markdown|txt)$/i;

type Read<Value> = { value: Value; problems: [] } | { value: undefined; problems: Problem[] };

/**
 * Reads everything people write under `contentDir`: the academy, its themes, frameworks with their sources and modules,
 * and scenarios. Each file is held against its schema; whatever is wrong with one becomes a problem at its line and
 * does not hide the others. Rejects only where the machine fails, never for what a file holds.
 */
export async function readContent(contentDir: string): Promise<Content> {
  const folder = new ContentFolder(contentDir);
  if (!(await folder.exists())) return noContent(folder);

  const academy = await readYaml(folder, 'academy.yaml', parseAcademy);
  const themes = await readYaml(folder, 'themes.yaml', (yaml) => parseWith(ThemesSchema, yaml, 'themes'));
  const scenarioIds = await folder.listNamed('scenarios', '.yaml', 'scenario');
  const scenarios = await inBatches(scenarioIds, (id) => readScenario(folder, id));
  const frameworkIds = await folder.listFolders('frameworks');
  const frameworks = await inBatches(frameworkIds, (id) => readFramework(folder, id));
  const moduleIds = (await inBatches(frameworkIds, async (framework) => (await folder.listNamed(`frameworks/${framework}/modules`, '.mdx', 'module')).map((element) => ({ framework, element })))).flat();
  const modules = await inBatches(moduleIds, (id) => readModule(folder, id));

  return {
    ...(academy && { academy: academy.value }),
    themes: themes?.value.themes ?? [],
    files: { ...(academy && { academy: academy.yaml }), ...(themes && { themes: themes.yaml }) },
    frameworks: frameworks.filter(isRead),
    modules: modules.filter(isRead),
    scenarios: scenarios.filter(isRead),
    problems: folder.problems.sort(byPlace),
    unread: {
      themes: themes === undefined,
      frameworks: new Set(frameworkIds.filter((_, index) => frameworks[index] === undefined)),
      modules: new Set(moduleIds.filter((_, index) => modules[index] === undefined).map(({ framework, element }) => `${framework}/${element}`)),
      scenarios: new Set(scenarioIds.filter((_, index) => scenarios[index] === undefined)),
    },
    texts: folder.texts,
  };
}

/** Reads the content where nothing may be wrong with it. Throws a `ContentError` with every error found. */
export async function requireContent(contentDir: string): Promise<Content & { academy: Academy }> {
  const content = await readContent(contentDir);
  const errors = content.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new ContentError(errors);
  const { academy } = content;
  if (!academy) throw new ContentError(content.problems);
  return { ...content, academy };
}

function noContent(folder: ContentFolder): Content {
  const nothing = new Set<string>();
  folder.report('no-content', '', `There is no folder ${folder.shown('')}.`, 'Run the command in the project’s own folder, or say where the content is with --content.');
  return { themes: [], files: {}, frameworks: [], modules: [], scenarios: [], problems: folder.problems, unread: { themes: true, frameworks: nothing, modules: nothing, scenarios: nothing }, texts: folder.texts };
}

async function readScenario(folder: ContentFolder, id: string): Promise<ScenarioFile | undefined> {
  const read = await readYaml(folder, `scenarios/${id}.yaml`, (yaml) => parseWith(ScenarioSchema, yaml, 'scenario'));
  return read && { ...read.yaml, scenario: { ...read.value, id } };
}

async function readFramework(folder: ContentFolder, id: string): Promise<FrameworkFile | undefined> {
  const at = `frameworks/${id}`;
  const read = await readYaml(folder, `${at}/framework.yaml`, (yaml) => parseWith(FrameworkSchema, yaml, 'framework'));
  const source = await readSource(folder, `${at}/source`);
  if (!read) return undefined;
  const { value: framework, yaml } = read;
  if (framework.id !== id) {
    folder.problems.push({ rule: 'id-and-place', severity: 'error', place: yaml.placeOf(['id']), message: `The framework’s id is "${framework.id}", but its folder is "${id}".`, hint: `Write "id: ${id}", or rename the folder to "${framework.id}". Ids that learners’ records already hold must stay.` });
    return undefined;
  }
  if (source && framework.source !== source.record.file) {
    folder.problems.push({ rule: 'source-document', severity: 'error', place: yaml.placeOf(['source']), message: `The framework names the source "${framework.source}", but source/source.yaml describes "${source.record.file}".`, hint: 'Name the same document in both files.' });
  }
  return { ...yaml, framework, ...(source && { source }) };
}

async function readSource(folder: ContentFolder, at: string): Promise<SourceDocument | undefined> {
  const read = await readYaml(folder, `${at}/source.yaml`, (yaml) => parseWith(SourceRecordSchema, yaml, 'source'));
  if (!read) return undefined;
  const { value: record, yaml } = read;
  for (const [name, field] of [[record.file, ['file']], [record.text?.file, ['text', 'file']]] as const) {
    if (name === undefined || isFileName(name)) continue;
    folder.problems.push({ rule: 'source-document', severity: 'error', place: yaml.placeOf(field), message: `"${name}" is not the name of a file in this folder.`, hint: 'Put the document beside source.yaml and write its file name only.' });
    return undefined;
  }
  const name = `${at}/${record.file}`;
  const bytes = await folder.readBytes(name, MAX_SOURCE_BYTES);
  if (!bytes) return undefined;
  const document = { file: folder.shown(name), sha256: hash(bytes) };
  if (!record.text) {
    const text = TEXT_SOURCE.test(record.file) ? folder.decode(name, bytes) : undefined;
    return { ...yaml, record, document: { ...document, ...(text !== undefined && { text }) } };
  }
  const textName = `${at}/${record.text.file}`;
  const textBytes = await folder.readBytes(textName, MAX_SOURCE_BYTES);
  if (!textBytes) return undefined;
  const text = folder.decode(textName, textBytes);
  return { ...yaml, record, document: { ...document, ...(text !== undefined && { text }), textFile: { file: folder.shown(textName), sha256: hash(textBytes) } } };
}

const isFileName = (name: string) => name === path.basename(name) && !name.includes('\\') && !name.startsWith('.');
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function readModule(folder: ContentFolder, id: { framework: string; element: string }): Promise<ModuleFile | undefined> {
  const name = `frameworks/${id.framework}/modules/${id.element}.mdx`;
  const text = await folder.readText(name, MAX_TEXT_BYTES);
  if (text === undefined) return undefined;
  const parts = splitFrontMatter(text);
  if (!parts) {
    folder.report('front-matter', name, 'The file does not start with front matter between two lines of "---".', 'Put "---" on the first line and on the line after the last field. No other line of the front matter may start with "---" or "+++".', 1);
    return undefined;
  }
  const read = parseYaml(folder, name, parts.frontMatter, (yaml) => parseWith(LearningModuleSchema, yaml, 'module'), MAX_FRONT_MATTER);
  if (!read) return undefined;
  const { value: module, yaml } = read;
  for (const [field, expected, holder] of [['framework', id.framework, 'the folder'], ['element', id.element, 'the file']] as const) {
    if (module[field] === expected) continue;
    folder.problems.push({ rule: 'id-and-place', severity: 'error', place: yaml.placeOf([field]), message: `The module says "${field}: ${module[field]}", but ${holder} is named "${expected}".`, hint: `Write "${field}: ${expected}", or move the file to where it belongs.` });
    return undefined;
  }
  return { ...yaml, module, body: parts.body, bodyLine: parts.bodyLine };
}

interface ReadYaml<Value> {
  value: Value;
  yaml: Pick<YamlFile, 'placeOf'> & { file: string };
}

async function readYaml<Value>(folder: ContentFolder, name: string, parse: (yaml: YamlFile) => Read<Value>): Promise<ReadYaml<Value> | undefined> {
  const text = await folder.readText(name, MAX_TEXT_BYTES);
  return text === undefined ? undefined : parseYaml(folder, name, text, parse);
}

function parseYaml<Value>(folder: ContentFolder, name: string, text: string, parse: (yaml: YamlFile) => Read<Value>, maxCharacters = MAX_TEXT_BYTES): ReadYaml<Value> | undefined {
  const file = folder.shown(name);
  try {
    const yaml = readYamlFile(text, file, maxCharacters);
    const { value, problems } = parse(yaml);
    folder.problems.push(...problems);
    return value === undefined ? undefined : { value, yaml: { file, placeOf: yaml.placeOf } };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    folder.problems.push(...error.problems);
    return undefined;
  }
}

/** A file that needs no special care is read fast, and with its positions only once somebody asks for a place in it. */
function readYamlFile(text: string, file: string, maxCharacters: number): YamlFile {
  const quick = text.length <= maxCharacters ? readQuickYaml(text) : undefined;
  if (!quick) return readSafeYaml(text, file, { maxCharacters });
  let full: YamlFile | undefined;
  return {
    value: quick.value,
    placeOf: (path) => {
      full ??= readSafeYaml(text, file, { maxCharacters });
      return full.placeOf(path);
    },
  };
}

/** Few enough files at a time that the system's limit on open files is never met. */
async function inBatches<Item, Result>(items: readonly Item[], read: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += 64) results.push(...(await Promise.all(items.slice(start, start + 64).map(read))));
  return results;
}

const isRead = <Value>(value: Value | undefined): value is Value => value !== undefined;
