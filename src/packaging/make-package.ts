import { FRAME_PAGE, modulePage, type PackageOrder, type PackageTarget } from '../course/package-order.ts';
import type { TrackedModule } from '../course/tracked-course.ts';
import { writeCmi5Manifest } from './cmi5-manifest.ts';
import { packPages, type PackageFiles } from './pack-pages.ts';
import { describeModule, moduleIri, type PackagedCourse } from './packaged-course.ts';
import { SCORM_MANIFEST, writeScorm12Manifest, writeScorm2004Manifest } from './scorm-manifest.ts';
import { writeTincanManifest } from './tincan-manifest.ts';

/** A framework as packages show it. */
export interface PackageSource {
  framework: string;
  title: string;
  description: string;
  iriBase: string;
  language: string;
  /** In the framework's order. */
  modules: readonly { element: string; section?: string; tracked: TrackedModule }[];
}

export interface Package {
  /** What the zip is to be called, without its folder. */
  name: string;
  files: PackageFiles;
}

/** What an LMS opens. */
const START = 'index.html';

/** A package for one module out of a build that holds its page. */
export function packModule(build: string, target: PackageTarget, source: PackageSource, element: string): Promise<Package> {
  const modules = source.modules.filter((module) => module.element === element);
  const [only] = modules;
  if (!only) throw new RangeError(`There is no module "${element}" in ${source.framework}`);
  const { title, description, module } = only.tracked;
  const course = describeCourse(source, { id: moduleIri(source.iriBase, module), title, description, isOneModule: true }, modules, () => START);
  return pack(build, target, { name: `${source.framework}.${element}.${target}.zip`, course, pages: new Map([[modulePage(element), START]]) });
}

/** A package for all modules of an order: one assignable unit each for cmi5, one page around them for the others. */
export function packFramework(build: string, { target, isFramed }: PackageOrder, source: PackageSource): Promise<Package> {
  const { framework, title, description, iriBase } = source;
  const course = describeCourse(source, { id: `${iriBase}/${framework}`, title, description, isOneModule: false }, source.modules, isFramed ? () => undefined : modulePage);
  const pages = new Map(source.modules.map(({ element }) => [modulePage(element), modulePage(element)]));
  if (isFramed) pages.set(FRAME_PAGE, START);
  return pack(build, target, { name: `${framework}.${target}.zip`, course, pages });
}

function describeCourse({ framework, iriBase, language }: PackageSource, about: Pick<PackagedCourse, 'id' | 'title' | 'description' | 'isOneModule'>, modules: PackageSource['modules'], pageOf: (element: string) => string | undefined): PackagedCourse {
  return {
    ...about,
    language,
    frameworkIri: `${iriBase}/${framework}`,
    modules: modules.map(({ element, section, tracked }) => {
      const page = pageOf(element);
      return describeModule(tracked, { iriBase, ...(section !== undefined && { section }), ...(page !== undefined && { page }) });
    }),
  };
}

async function pack(build: string, target: PackageTarget, { name, course, pages }: { name: string; course: PackagedCourse; pages: ReadonlyMap<string, string> }): Promise<Package> {
  const files = await packPages(build, pages);
  const manifest = writeManifest(target, course, [...files.keys()].sort());
  return { name, files: new Map([...files, [manifest.file, new TextEncoder().encode(manifest.text)]]) };
}

function writeManifest(target: PackageTarget, course: PackagedCourse, files: readonly string[]): { file: string; text: string } {
  switch (target) {
    case 'cmi5':
      return { file: 'cmi5.xml', text: writeCmi5Manifest(course) };
    case 'scorm12':
      return { file: SCORM_MANIFEST, text: writeScorm12Manifest({ course, start: START, files }) };
    case 'scorm2004':
      return { file: SCORM_MANIFEST, text: writeScorm2004Manifest({ course, start: START, files }) };
    case 'xapi':
      return { file: 'tincan.xml', text: writeTincanManifest(course, START) };
  }
}
