/** An activity's id in statements, and the one that it has for good. They differ in a cmi5 launch, whose ids the LMS makes. */
export interface ActivityId {
  id: string;
  permanent: string;
}

/** The ids of everything that statements are about. A module is `<framework>/<element>`. */
export interface ActivityIds {
  framework(module: string): ActivityId;
  module(module: string): ActivityId;
  scenario(scenario: string): ActivityId;
  decision(scenario: string, step: string): ActivityId;
  check(module: string): ActivityId;
  question(module: string, question: string): ActivityId;
  reflection(module: string): ActivityId;
  practiceStatement(framework: string, element: string, number: string): ActivityId;
  /** A page of the site that is none of the above, by its address in the site. */
  page(address: string): ActivityId;
}

/** A module that an LMS launched under an id of its own making, as cmi5 has it. */
export interface LaunchedModule {
  activityId: string;
  /** `<framework>/<element>` */
  module: string;
}

/**
 * The permanent ids: `<iriBase>/<framework>/<element>`, `<iriBase>/scenarios/<scenario>/steps/<step>` and so on. In a launch, the
 * module's is the launch's activity id, and its parts and scenarios have theirs below that (cmi5 Best Practice 16).
 */
export function activityIds(iriBase: string, launch?: LaunchedModule): ActivityIds {
  const permanentOnly = (...path: string[]): ActivityId => {
    const id = join(iriBase, ...path);
    return { id, permanent: id };
  };
  const part = (module: string, ...path: string[]): ActivityId => {
    const permanent = join(iriBase, ...module.split('/'), ...path);
    return { id: launch?.module === module ? join(launch.activityId, ...path) : permanent, permanent };
  };
  const scenario = (...path: string[]): ActivityId => {
    const permanent = join(iriBase, 'scenarios', ...path);
    return { id: launch ? join(launch.activityId, 'scenarios', ...path) : permanent, permanent };
  };
  return {
    framework: (module) => permanentOnly(module.split('/')[0] ?? module),
    module: (module) => part(module),
    scenario: (id) => scenario(id),
    decision: (id, step) => scenario(id, 'steps', step),
    check: (module) => part(module, 'check'),
    question: (module, question) => part(module, 'check', question),
    reflection: (module) => part(module, 'reflection'),
    practiceStatement: (framework, element, number) => permanentOnly(framework, element, number),
    page: (address) => {
      const [path = '', ...anchor] = address.split('#');
      const { id } = permanentOnly(...path.split('/').filter((segment) => segment !== ''));
      const iri = anchor.length > 0 ? `${id}#${escapeSegment(anchor.join('#'))}` : id;
      return { id: iri, permanent: iri };
    },
  };
}

const join = (start: string, ...path: readonly string[]): string => [start, ...path.map(escapeSegment)].join('/');

/** Published ids pass as they are. Anything else must not end the path, nor break the IRI. */
const escapeSegment = (segment: string): string => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
