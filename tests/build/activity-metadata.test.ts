import { expect, test } from 'vitest';
import { readAcademySettings } from '../../src/checks/read-academy-settings.ts';
import { readContent } from '../../src/checks/read-content.ts';
import { toLibrary } from '../../src/checks/to-library.ts';
import { writeProfile } from '../../src/tracking/xapi/profile.ts';
import type { ActivityDefinition } from '../../src/tracking/lrs/statement.ts';
import { placeInSite } from '../../src/tracking/xapi/publish-place.ts';
import { readSiteFile } from './site-files.ts';

const academy = readAcademySettings('content');
const library = toLibrary(await readContent('content'));
const { iriBase } = academy;
const readAt = (iri: string, ending: string): unknown => JSON.parse(readSiteFile(placeInSite(iri, iriBase, academy) + ending));

test('the profile is published at its own address and at that of its version', () => {
  const profile = JSON.parse(JSON.stringify(writeProfile({ iriBase, publisher: academy.organisation ?? academy.name, site: academy.site }))) as unknown;
  expect(readAt(`${iriBase}/profile`, '.jsonld')).toEqual(profile);
  expect(readAt(`${iriBase}/profile/v1`, '.jsonld')).toEqual(profile);
});

test('every module and scenario says what it is beside its address, with a definition for each of its decisions and questions', () => {
  const listParts = (iri: string) => {
    const { name, type, extensions } = readAt(iri, '/activity.json') as ActivityDefinition;
    expect(name?.[academy.language]).toBeTruthy();
    expect(type).toMatch(/^http/);
    return Object.keys(extensions?.[`${iriBase}/profile/extensions/parts`] ?? {});
  };
  for (const { id, steps } of library.scenarios) expect(listParts(`${iriBase}/scenarios/${id}`)).toEqual(steps.map((step) => `${iriBase}/scenarios/${id}/steps/${step.id}`));
  for (const { framework, element, check } of library.modules) {
    const iri = `${iriBase}/${framework}/${element}`;
    expect(listParts(iri)).toEqual(expect.arrayContaining([`${iri}/reflection`, ...check.map(({ id }) => `${iri}/check/${id}`)]));
  }
});
