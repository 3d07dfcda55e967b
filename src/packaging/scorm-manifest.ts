import { toUrl, type PackagedCourse } from './packaged-course.ts';
import { writeXml, xml, type XmlElement } from './write-xml.ts';

/**
 * `imsmanifest.xml`: one SCO, whatever is in it, and every file of the package. It names no mastery score (1.2) and no
 * objective measure (2004): an LMS that knows one overrides what the module found, and a module can be failed for an unsafe
 * choice at any score.
 */
export const SCORM_MANIFEST = 'imsmanifest.xml';

interface Scorm {
  course: PackagedCourse;
  /** The file that the LMS opens. */
  start: string;
  /** All files but the manifest. */
  files: readonly string[];
}

export function writeScorm12Manifest(scorm: Scorm): string {
  const attributes = {
    xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
    'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
  };
  // Lower case here, and camel case in 2004: LMSs look for exactly the one.
  return writeManifest(scorm, { attributes, schemaVersion: '1.2', typeAttribute: 'adlcp:scormtype', sequencing: [] });
}

export function writeScorm2004Manifest(scorm: Scorm): string {
  const attributes = {
    xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
    'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': 'http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd',
  };
  // Otherwise an LMS may mark the module completed and passed because it was left without a word.
  const sequencing = [xml('imsss:sequencing', {}, [xml('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' })])];
  return writeManifest(scorm, { attributes, schemaVersion: '2004 4th Edition', typeAttribute: 'adlcp:scormType', sequencing });
}

interface Edition {
  attributes: Readonly<Record<string, string>>;
  schemaVersion: string;
  typeAttribute: 'adlcp:scormtype' | 'adlcp:scormType';
  sequencing: XmlElement[];
}

function writeManifest({ course, start, files }: Scorm, { attributes, schemaVersion, typeAttribute, sequencing }: Edition): string {
  const title = xml('title', {}, course.title);
  return writeXml(
    xml('manifest', { identifier: identifierOf(course.id), version: '1.0', ...attributes }, [
      xml('metadata', {}, [xml('schema', {}, 'ADL SCORM'), xml('schemaversion', {}, schemaVersion)]),
      xml('organizations', { default: 'organization' }, [
        xml('organization', { identifier: 'organization' }, [title, xml('item', { identifier: 'item', identifierref: 'resource', isvisible: 'true' }, [title, ...sequencing])]),
      ]),
      xml('resources', {}, [
        xml('resource', { identifier: 'resource', type: 'webcontent', [typeAttribute]: 'sco', href: toUrl(start) }, files.map((file) => xml('file', { href: toUrl(file) }))),
      ]),
    ]),
  );
}

/** An IRI as an XML id: the same for the same module in every edition, so that an LMS can put a new package in place of an old one. */
const identifierOf = (iri: string): string => `academy-${iri.replace(/^https?:\/\//, '').replace(/[^A-Za-z0-9.-]/g, '_')}`;
