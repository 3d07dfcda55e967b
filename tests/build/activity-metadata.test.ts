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

test('every module, question, scenario and decision says what it is at its own address', () => {
  const expectDefined = (iri: string) => {
    const { name, type } = readAt(iri, '/activity.json') as ActivityDefinition;
    expect(name?.[academy.language], iri).toBeTruthy();
    expect(type, iri).toMatch(/^http/);
  };
  for (const { id, steps } of library.scenarios) for (const part of ['', ...steps.map((step) => `/steps/${step.id}`)]) expectDefined(`${iriBase}/scenarios/${id}${part}`);
  for (const { framework, element, check } of library.modules) for (const part of ['', '/reflection', ...(check.length > 0 ? ['/check'] : []), ...check.map(({ id }) => `/check/${id}`)]) expectDefined(`${iriBase}/${framework}/${element}${part}`);
});
