import { describe, expect, test } from 'vitest';
import { writeCmi5Manifest } from '../../../src/packaging/cmi5-manifest.ts';
import type { PackagedCourse, PackagedModule } from '../../../src/packaging/packaged-course.ts';
import { writeScorm12Manifest, writeScorm2004Manifest } from '../../../src/packaging/scorm-manifest.ts';
import { writeTincanManifest } from '../../../src/packaging/tincan-manifest.ts';
import { findFaults } from './validate-manifest.ts';

const FRAMEWORK = 'https://academy.example/frameworks/rivermouth';

const timelyHelp: PackagedModule = { id: `${FRAMEWORK}/timely-help`, title: 'Timely help & "a visit"', description: 'Ring a family <before> you are late', section: 'Our values', page: 'modules/timely-help.html', masteryScore: 0.7 };
const listening: PackagedModule = { ...timelyHelp, id: `${FRAMEWORK}/listening`, title: 'Listening', page: 'modules/listening.html', masteryScore: 0 };
const reading: PackagedModule = { id: `${FRAMEWORK}/reading`, title: 'Something to read', description: 'It has nothing to answer', section: 'How we work', page: 'modules/reading.html' };
const course: PackagedCourse = { id: FRAMEWORK, title: 'Rivermouth', description: '3 learning modules on Rivermouth.', language: 'en-GB', frameworkIri: FRAMEWORK, isOneModule: false, modules: [timelyHelp, listening, reading] };
const oneModule: PackagedCourse = { ...course, id: timelyHelp.id, title: timelyHelp.title, description: timelyHelp.description, isOneModule: true, modules: [{ ...timelyHelp, page: 'index.html' }] };
const files = ['assets/page.1234.js', 'assets/two words & more.css', 'index.html'];
const scorm = { course, start: 'index.html', files };

const attribute = (tag: string, name: string): string[] => [...tag.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

describe('cmi5.xml', () => {
  test('keeps to the schema, for a module and for a framework', async () => {
    expect(await findFaults('cmi5', writeCmi5Manifest(oneModule))).toEqual([]);
    expect(await findFaults('cmi5', writeCmi5Manifest(course))).toEqual([]);
  });

  test('has an assignable unit for each module, in blocks by section and in their order', () => {
    const manifest = writeCmi5Manifest(course);
    expect(attribute(manifest, 'id')).toEqual([FRAMEWORK, `${FRAMEWORK}/sections/our-values`, timelyHelp.id, listening.id, `${FRAMEWORK}/sections/how-we-work`, reading.id]);
    expect([...manifest.matchAll(/<url>(.*)<\/url>/g)].map(([, url]) => url)).toEqual(['modules/timely-help.html', 'modules/listening.html', 'modules/reading.html']);
  });

  test('a section that comes twice is two blocks with two ids, and modules without one stand alone', () => {
    const { section: _section, ...alone } = timelyHelp;
    const manifest = writeCmi5Manifest({ ...course, modules: [{ ...listening }, reading, { ...listening, id: `${FRAMEWORK}/again` }, alone] });
    expect(attribute(manifest, 'id')).toEqual([FRAMEWORK, `${FRAMEWORK}/sections/our-values`, listening.id, `${FRAMEWORK}/sections/how-we-work`, reading.id, `${FRAMEWORK}/sections/our-values--2`, `${FRAMEWORK}/again`, timelyHelp.id]);
  });

  test('says what satisfies a unit: completed and passed, or completed where there is nothing to answer', () => {
    const manifest = writeCmi5Manifest(course);
    expect(attribute(manifest, 'moveOn')).toEqual(['CompletedAndPassed', 'CompletedAndPassed', 'Completed']);
    expect(attribute(manifest, 'launchMethod')).toEqual(['AnyWindow', 'AnyWindow', 'AnyWindow']);
  });

  test('a mastery score of 0 is one, and a module with nothing to answer has none', () => {
    expect(attribute(writeCmi5Manifest(course), 'masteryScore')).toEqual(['0.7', '0']);
  });

  test('the course of a single module has another id than its unit', () => {
    expect(attribute(writeCmi5Manifest(oneModule), 'id')).toEqual([`${timelyHelp.id}/course`, timelyHelp.id]);
  });

  test('the schema that it is held against refuses what is wrong', async () => {
    expect(await findFaults('cmi5', writeCmi5Manifest(course).replace('CompletedAndPassed', 'Whenever'))).not.toEqual([]);
  });
});

describe('imsmanifest.xml', () => {
  test('keeps to the schemas of SCORM 1.2', async () => {
    expect(await findFaults('scorm12', writeScorm12Manifest(scorm))).toEqual([]);
    expect(await findFaults('scorm12', writeScorm12Manifest({ ...scorm, course: oneModule }))).toEqual([]);
  });

  test('keeps to the schemas of SCORM 2004, 4th edition', async () => {
    expect(await findFaults('scorm2004', writeScorm2004Manifest(scorm))).toEqual([]);
    expect(await findFaults('scorm2004', writeScorm2004Manifest({ ...scorm, course: oneModule }))).toEqual([]);
  });

  test('spells the type of a resource as each edition does, which the schema of 2004 lets pass', () => {
    expect(writeScorm12Manifest(scorm)).toContain(' adlcp:scormtype="sco"');
    expect(writeScorm12Manifest(scorm)).not.toContain('scormType');
    expect(writeScorm2004Manifest(scorm)).toContain(' adlcp:scormType="sco"');
    expect(writeScorm2004Manifest(scorm)).not.toContain('scormtype');
  });

  test('is one SCO that names every file, as an address', () => {
    for (const manifest of [writeScorm12Manifest(scorm), writeScorm2004Manifest(scorm)]) {
      expect(attribute(manifest, 'href')).toEqual(['index.html', 'assets/page.1234.js', 'assets/two%20words%20%26%20more.css', 'index.html']);
      expect(manifest.match(/<item /g)).toHaveLength(1);
    }
  });

  test('leaves passing to the module, which fails for an unsafe choice at any score', () => {
    expect(writeScorm12Manifest(scorm)).not.toMatch(/masteryscore/i);
    expect(writeScorm2004Manifest(scorm)).not.toMatch(/minNormalizedMeasure/);
    expect(writeScorm2004Manifest(scorm)).toContain('<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>');
  });

  test('the schemas that it is held against refuse what is wrong', async () => {
    expect(await findFaults('scorm12', writeScorm12Manifest(scorm).replace('adlcp:scormtype="sco"', 'adlcp:scormtype="page"'))).not.toEqual([]);
    expect(await findFaults('scorm2004', writeScorm2004Manifest(scorm).replace('completionSetByContent="true"', 'completionSetByContent="maybe"'))).not.toEqual([]);
  });
});

describe('tincan.xml', () => {
  test('has the one activity that can be launched', async () => {
    const manifest = writeTincanManifest(course, 'index.html');
    expect(await findFaults('xapi', manifest)).toEqual([]);
    expect(attribute(manifest, 'id')).toEqual([FRAMEWORK]);
    expect(manifest).toContain('<launch lang="en-GB">index.html</launch>');
  });

  test('a single module is launched under its own activity', async () => {
    const manifest = writeTincanManifest(oneModule, 'index.html');
    expect(await findFaults('xapi', manifest)).toEqual([]);
    expect(attribute(manifest, 'id')).toEqual([timelyHelp.id]);
  });
});
