import { profileIds } from '../lrs/profile-ids.ts';
import type { LanguageMap } from '../lrs/statement.ts';
import { listConcepts, type ProfileConcept } from './profile-concepts.ts';
import { listTemplates, type StatementTemplate } from './profile-templates.ts';

/** An xAPI Profile (JSON-LD, adlnet/xapi-profiles 1.0). Nothing in it is null or empty. */
export interface XapiProfile {
  id: string;
  '@context': 'https://w3id.org/xapi/profiles/context';
  type: 'Profile';
  conformsTo: 'https://w3id.org/xapi/profiles#1.0';
  prefLabel: LanguageMap;
  definition: LanguageMap;
  versions: readonly { id: string; generatedAtTime: string; wasRevisionOf?: readonly string[] }[];
  author: { type: 'Organization'; name: string; url?: string };
  concepts: readonly ProfileConcept[];
  templates: readonly StatementTemplate[];
}

/** When version v1 was made. It goes with the version and not with the build, so that a build repeats. */
const V1_MADE = '2026-11-27T00:00:00.000Z';

/** @param academy its start of all IRIs; who publishes the profile; the address of the site, where it is known. */
export function writeProfile({ iriBase, publisher, site }: { iriBase: string; publisher: string; site?: string | undefined }): XapiProfile {
  const ids = profileIds(iriBase);
  return {
    id: ids.profile,
    '@context': 'https://w3id.org/xapi/profiles/context',
    type: 'Profile',
    conformsTo: 'https://w3id.org/xapi/profiles#1.0',
    prefLabel: { en: `${publisher}: learning from practice` },
    definition: {
      en: 'What is recorded when people learn about a practice framework: choices in branching scenarios, knowledge checks, completed modules, and reflections. Choices are judged as strong, acceptable, weak or unsafe rather than right or wrong. Templates describe each statement; there is no pattern, because statements may come without a registration.',
    },
    versions: [{ id: ids.version, generatedAtTime: V1_MADE }],
    author: { type: 'Organization', name: publisher, ...(site !== undefined && { url: site }) },
    concepts: listConcepts(ids),
    templates: listTemplates(ids),
  };
}
