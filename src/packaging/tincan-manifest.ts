import { toUrl, type PackagedCourse } from './packaged-course.ts';
import { writeXml, xml } from './write-xml.ts';

export const TINCAN_NAMESPACE = 'http://projecttincan.com/tincan.xsd';

/** `tincan.xml`: the one activity that can be launched, a module or a framework's course. */
export function writeTincanManifest({ id, title, description, language, isOneModule }: PackagedCourse, start: string): string {
  const type = isOneModule ? 'http://adlnet.gov/expapi/activities/module' : 'http://adlnet.gov/expapi/activities/course';
  const activity = xml('activity', { id, type }, [xml('name', { lang: language }, title), xml('description', { lang: language }, description), xml('launch', { lang: language }, toUrl(start))]);
  return writeXml(xml('tincan', { xmlns: TINCAN_NAMESPACE }, [xml('activities', {}, [activity])]));
}
