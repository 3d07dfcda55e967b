import { toUrl, type PackagedCourse, type PackagedModule } from './packaged-course.ts';
import { writeXml, xml, type XmlElement } from './write-xml.ts';

export const CMI5_NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

/**
 * `cmi5.xml` (cmi5 13): one assignable unit for every module, those of a section together in a block. `moveOn` is always
 * said, because without it a unit counts as satisfied before anybody has opened it.
 */
export function writeCmi5Manifest(course: PackagedCourse): string {
  const { id, title, description, language, modules, isOneModule } = course;
  // The id of a course and those of its units must differ (13.1).
  const head = xml('course', { id: isOneModule ? `${id}/course` : id }, describe({ title, description }, language));
  return writeXml(xml('courseStructure', { xmlns: CMI5_NAMESPACE }, [head, ...(isOneModule ? modules.map((module) => writeUnit(module, language)) : writeBlocks(course))]));
}

function writeBlocks({ modules, language, frameworkIri }: PackagedCourse): XmlElement[] {
  const used = new Map<string, number>();
  return groupBySection(modules).flatMap(({ section, modules: members }) => {
    const units = members.map((module) => writeUnit(module, language));
    if (section === undefined) return units;
    const slug = slugOf(section);
    const times = (used.get(slug) ?? 0) + 1;
    used.set(slug, times);
    return [xml('block', { id: `${frameworkIri}/sections/${times === 1 ? slug : `${slug}--${times}`}` }, [...describe({ title: section, description: section }, language), ...units])];
  });
}

/** Neighbours under one heading stand together; the order stays that of the document. */
function groupBySection(modules: readonly PackagedModule[]): { section: string | undefined; modules: PackagedModule[] }[] {
  const groups: { section: string | undefined; modules: PackagedModule[] }[] = [];
  for (const module of modules) {
    const last = groups.at(-1);
    if (last && last.section === module.section) last.modules.push(module);
    else groups.push({ section: module.section, modules: [module] });
  }
  return groups;
}

function writeUnit(module: PackagedModule, language: string): XmlElement {
  const { id, page, masteryScore } = module;
  if (page === undefined) throw new RangeError(`${id} has no page of its own, and cmi5 opens every module by itself`);
  const attributes = { id, moveOn: masteryScore === undefined ? 'Completed' : 'CompletedAndPassed', masteryScore: masteryScore?.toString(), launchMethod: 'AnyWindow', activityType: 'http://adlnet.gov/expapi/activities/module' };
  return xml('au', attributes, [...describe(module, language), xml('url', {}, toUrl(page))]);
}

const describe = ({ title, description }: { title: string; description: string }, lang: string): XmlElement[] => [
  xml('title', {}, [xml('langstring', { lang }, title)]),
  xml('description', {}, [xml('langstring', { lang }, description)]),
];

/** A heading as part of an IRI. */
const slugOf = (section: string): string => encodeURIComponent(section.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').join('-'));
