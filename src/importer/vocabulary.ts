import type { ElementKind } from '../framework/framework.ts';

/**
 * The words of the genre: what practice frameworks of many services and professions call their parts.
 * Every rule that asks "what kind of heading is this?" asks here. No entry may name one document.
 */

/** Words that name a kind of element, singular; the plural is the same word with its usual ending. */
const KIND_WORDS: readonly (readonly [RegExp, ElementKind])[] = [
  [/\b(?:how (?:we|you|will we|do we|will you)(?:'ll|’ll)? know|quality indicators?|indicators?|kpis?|performance measures?|measures of success|what good looks like|signs of success)\b/i, 'quality-indicator'],
  [/\b(?:values?)\b/i, 'value'],
  [/\b(?:we believe|beliefs?|our belief)\b/i, 'belief'],
  [/\b(?:guiding )?principles?\b/i, 'principle'],
  [/\bpillars?\b/i, 'pillar'],
  [/\b(?:behaviou?rs?)\b/i, 'behaviour'],
  [/\b(?:objectives?|aims?|goals?|outcomes?|ambitions?|priorit(?:y|ies))\b/i, 'objective'],
  [/\b(?:practice )?standards?\b/i, 'standard'],
];

/**
 * The kind that a heading's words name, and `undefined` where it names none. Of several the first, as in "Standards and how we know they are met";
 * but in "outcome indicators" the first only says what the indicators are of, and "values-based" says how something is done.
 */
export function readKind(text: string): ElementKind | undefined {
  if (/^(?:if|when|where) (?:we|you|i)\b/i.test(text)) return 'behaviour';
  const named = KIND_WORDS.flatMap(([pattern, kind]) => {
    const match = pattern.exec(text);
    return match ? [{ kind, start: match.index, end: match.index + match[0].length }] : [];
  });
  const nouns = named.filter(({ end }) => !/^-(?:based|led|driven|focus+ed)\b/i.test(text.slice(end)) && !named.some(({ start }) => start === end + 1 && text[end] === ' '));
  return nouns.sort((a, b) => a.start - b.start)[0]?.kind;
}

const COUNTED_KINDS = KIND_WORDS.filter(([, kind]) => kind === 'value' || kind === 'principle' || kind === 'standard').map(([pattern, kind]) => [new RegExp(pattern.source, 'gi'), kind] as const);

/** How often a text speaks of values, principles and standards; outcomes and behaviours are ordinary words. */
export function countKinds(text: string): Map<ElementKind, number> {
  return new Map(COUNTED_KINDS.map(([pattern, kind]) => [kind, text.match(pattern)?.length ?? 0]));
}

const LABEL_WORD = '(?:(?:practice|quality|professional|national minimum|minimum|core|key|service)\\s+)?(?:standard|principle|value|outcome|objective|pillar|commitment|promise|pledge|expectation|goal|aim|priority|theme|domain|area|strand|element|dimension|capability|competency|competence|behaviour|behavior|belief|indicator|kpi|key performance indicator|requirement|regulation|quality statement|statement|i statement|step|part|section|chapter)';
const LABELLED_START = new RegExp(`^[\\s*_#]*(${LABEL_WORD})\\s+(?:no\\.?\\s*)?(\\d{1,2}(?:\\.\\d{1,2}){0,2}|[ivx]{1,4}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=$|[\\s:.)–—*_-])[*_]*\\s*(?:[:.)–—-]+[*_]*\\s*)?([^]*)$`, 'i');

/** A line such as "Standard 3: Assessment" or "Outcome 1" taken apart; `restAt` is where the label begins. */
export function readLabelledStart(text: string): { word: string; number: string; restAt: number } | undefined {
  const match = LABELLED_START.exec(text);
  if (!match) return undefined;
  const [whole, word = '', number = '', rest = ''] = match;
  // "Standard 3 applies to…" is a sentence about a standard.
  const separator = whole.slice(0, whole.length - rest.length);
  if (rest !== '' && !/[:.)–—*_-]\s*$/.test(separator) && !/^[\p{Lu}"“‘'(]/u.test(rest)) return undefined;
  return { word: word.toLowerCase().replace(/\s+/g, ' '), number, restAt: text.length - rest.length };
}

const EXPLAINERS = new RegExp(
  '^(?:an? |the |our |your |some |brief |final |further |other |useful |additional |related |key ){0,5}(?:' +
    [
      'introduction', 'introducing', 'foreword', 'preface', 'welcome(?: (?:to|from|by).*)?$', '(?:message|letter|note|words?) from', 'background', 'context$', 'overview', 'scope$', 'rationale', 'executive summary', 'summary', 'about (?:this|these|the|us|our)',
      'purpose(?: (?:of (?:this|these|the|our)\\b.*|and scope.*))?$', 'aims? of (?:this|the|these)', 'objectives? of this', 'who (?:is|are|we are|should|this)', 'how to (?:use|read|navigate)', 'using (?:this|these|the)', 'how (?:this|these|the|was|were|we developed|we got|did|should)', 'how (?:do|can|should|will)? ?(?:i|you|we|managers|staff) (?:will |can |should )?use',
      'contents?(?: page)?$', 'table of contents', 'agenda', 'acknowledge?ments?', 'glossary', 'definitions?$', 'abbreviations', 'key terms', 'terminology', 'references?$', 'bibliography',
      '(?:resources?|reading|links?|documents?|polic(?:y|ies)|information|contacts?|guidance)(?: (?:list|and|&|resources?|reading|links?|documents?|polic(?:y|ies)|information|contacts?|guidance|details|help|support|numbers|websites?|feedback|references?|legislation|tools?|notes))*$', 'contact (?:us|details)', 'feedback$', 'appendi(?:x|ces)', 'annex(?:es)?', 'version (?:control|history)', 'document (?:control|history|information)', 'review(?: date| of this| and approval)?$', 'approval$',
      'legislation', 'legal (?:framework|context|basis|duties)', 'statutory (?:framework|context|guidance|basis)', 'policy context', 'national context', 'local context', 'research$', 'evidence base', 'equality (?:impact|statement)', 'governance$', 'implementation$', 'monitoring and review',
      'case (?:examples?|stud(?:y|ies))', 'numbers$', 'laws?(?: behind.*| and .*)?$', 'legal background', '(?:quick |key )?facts(?: and figures)?$', 'what (?:the|these|our|some) (?:words|terms) mean', 'what do (?:we|i) mean', 'words (?:that )?we use', 'watch (?:the|our|this)', 'opening (?:words|remarks|statement)', 'today$', 'what (?:the )?(?:research|evidence|law) (?:says?|tells?|shows?)', '(?:[a-z]+ )?(?:activity|activities|exercise)$', 'in (?:pairs|groups|threes)$', 'group (?:work|discussion)', 'sign up', 'subscribe', 'share this', 'arrangements for (?:review|monitoring)', '(?:[a-z]+ )?timetables?$', 'tell us (?:how|what|about)', 'give (?:us )?(?:your )?feedback', '[a-z]+ prompts?', 'monitoring$', 'training(?: courses?| offer)?$', 'examples?$', 'frequency$', 'timescales?(?: at a glance)?$', '(?:useful |key )?words$', 'what .{3,40} told us$', '(?:19|20)\\d\\d in numbers$', '(?:[a-z]+ )?checklists?$', 'roles$', 'grades?$', 'signs (?:to look for|of)\\b', 'measuring impact', '[a-z]+ in brief$', 'how it is governed', 'last updated', 'updates?$', 'related (?:pages?|content)',
      'next steps', 'where (?:do|are) we', 'where next', 'what next', 'what happens next', 'conclusions?', 'thoughts$', 'closing (?:remarks|words|thoughts)', 'thank(?:s| you)', 'questions?$', 'any questions', 'discussion$', 'workshop', 'journey(?: so far)?$', 'continuing our journey', 'timeline', 'history$', 'consultation$',
      'vision(?! for)', 'mission', 'strapline', 'signed', 'list of', 'index$', 'notes?$', 'footnotes?', 'endnotes?', 'copyright', 'disclaimer', 'publication', 'distribution', 'you said',
      'what (?:is|are|was|were) ', 'why ', 'who ', '(?:when|where) (?:to|is|are|was|were|do|does|did|can|will|should|next)', '(?:does|did) .*\\?$',
    ].join('|') +
    ')(?:\\b|$)',
  'i',
);
const BACK_MATTER = /^(?:further |useful |list of |our |key )*(?:references?|bibliography|glossary|abbreviations|appendi(?:x|ces)|annex(?:es)?|(?:version|document) (?:control|history)|acknowledge?ments?|contacts?(?: us| details)?|links|reading(?: list)?|resources|endnotes|footnotes)\b/i;

/** Whether a heading begins what stands at the end of a document, whatever it stands under: references, glossary, appendices. */
export function isBackMatter(label: string): boolean {
  return BACK_MATTER.test(label.replace(HEADING_NUMBER, '').trim()) && isExplainer(label);
}

/** A heading without its number and without the marks at its end. */
const toPlainLabel = (label: string) => label.replace(HEADING_NUMBER, '').replace(/(?<![\s.…:])[\s.…:]+$/, '').trim();

/** Explainers that may as well be what a standard is about. */
const TOPICS = /^(?:(?:the|our|your|sharing|and) )*(?:information|documents?|guidance|resources?|contacts?|feedback|consultation|questions?|discussions?|review|history|evidence base|research|governance|implementation|training|reading|frequency|timescales?|roles|you said,? we did)$/i;

/** Whether a heading that looks like text about the document may head duties instead, as "Information" does over "You can expect us to:". */
export function isTopic(label: string): boolean {
  return TOPICS.test(toPlainLabel(label));
}

const NOT_EXPLAINERS = /\b(?:how (?:we|you)(?:'ll|’ll| will)? know|what (?:good|great|excellent|best|this) |what is expected of|what are we expected)\b/i;
const HEADING_NUMBER = /^(?:\(?\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z][.)]|(?:section|part|chapter)\s+\w{1,4}\s*[:.–—-]?)\s+/i;

/** Whether a heading announces text about the document (introduction, contents, references, …) rather than practice. */
export function isExplainer(label: string): boolean {
  const plain = toPlainLabel(label);
  if (readLabelledStart(label) && !/^(?:section|part|chapter|step)/i.test(label)) return false;
  if (/^(?:appendix|annex)\b/i.test(plain) && readKind(plain) !== undefined) return false;
  return EXPLAINERS.test(plain) && !NOT_EXPLAINERS.test(plain);
}

const GROUPS = new RegExp(
  '^(?:' +
    [
      '(?:our |the |key |core )*(?:guiding )?(?:principles?|values|beliefs)(?: (?:and|&) (?:principles?|values|beliefs))*', '(?:best|good|poor|effective|excellent|outstanding) practice(?: (?:is|means|looks like|includes|examples?))?', 'what (?:does )?(?:good|great|excellent|best|poor|this|it)(?: practice)? (?:looks?|means?|feels?|sounds?)(?: like)?.*', '(?:what|how) (?:will )?(?:we|you|i|staff|workers|practitioners|managers|children|families)(?: will| can| should| do)?.*',
      '(?:the )?(?:key )?(?:behaviou?rs?|indicators?|measures?|actions?|expectations?|requirements?|criteria|descriptors?|commitments?|outcomes?|standards?|responsibilities|evidence|tasks|duties)(?: (?:and|&) \\w+)?', 'in practice', 'in practice,? this means.*', 'this (?:means|looks like).*', '(?:we|you|i|they|staff|practitioners|social workers|managers|workers|nurses|officers|carers|leaders) (?:will|must|should|do|can)(?: not)?', '(?:do|don[\'’]t|do not|always|never|not|avoid)', 'what (?:not to do|to avoid)', 'poor practice.*', 'examples?(?: of (?:good )?practice)?', 'how (?:we|you) (?:will )?(?:do|show|demonstrate|measure|evidence|achieve|know).*', 'measured by.*', 'success (?:looks like|criteria|measures?)',
    ].join('|') +
    ')$',
  'i',
);

/** Whether a sub-heading is one that frameworks repeat under every standard ("What good looks like", "Best practice is"). */
export function isGroupHeading(label: string): boolean {
  return GROUPS.test(label.trim().replace(/(?<![,:.?…])[,:.?…]+$/, '')) && !/\bhow we know our\b/i.test(label);
}

/** Whether a sub-heading of a standard holds its reasons rather than its duties. */
export function isRationale(label: string): boolean {
  return /^(?:why|rationale|context|background|introduction|overview|purpose|summary|what (?:the )?(?:research|evidence|children|families) (?:says?|tells?|told)|research|evidence base|legal|legislation|statutory|related|links?|resources?|tools?|further|useful|questions?|reflect|reflection|references?|case (?:study|example)|quotes?|key (?:documents?|legislation|polic(?:y|ies)))\b/i.test(label.trim());
}

/** Whether a paragraph is what somebody said, with at most who said it after: “They came to my show.” Child, 9. */
export function isSpeech(text: string): boolean {
  const said = /^["“][^"“”]{3,400}["”](?=.{0,60}$)/u.exec(text)?.[0];
  return said !== undefined && (said.length === text.length || /^\s*(?:[–—-]\s*)?\p{Lu}[\p{L}.,'’ -]{0,50}\d{0,2}\.?$/u.test(text.slice(said.length)));
}

/** Whether a list under this lead-in names what to avoid. */
export function isAvoidance(stem: string): boolean {
  const plain = stem.replace(/(?<![\s:*_.…])[\s:*_.…]+$/, '').trim();
  return /^(?:not|avoid|avoiding|never|don['’]?ts?|do not|what (?:it|this|good(?: practice)?|that) (?:does not|doesn['’]t|would not|wouldn['’]t) look like|what (?:not to do|to avoid|we (?:will not|won['’]t|don['’]t|do not) do|(?:poor|bad) practice looks like|it (?:is not|isn['’]t)|this (?:is not|isn['’]t))|things? to avoid|poor practice|unacceptable (?:practice|behaviours?)|(?:we|you|i|they|staff|[\p{L} ]{3,40}) (?:will|must|should|shall|do|does|would|can|could) (?:not|never|avoid)|(?:we|you|they|i|staff|[\p{L} ]{3,40}) (?:won['’]t|don['’]t|mustn['’]t|shouldn['’]t|can['’]t|cannot|avoid|never)|(?:it |this )?(?:is|does) not(?: mean| look like)?|(?:behaviours?|language|phrases|words|things?|practice) (?:to avoid|we (?:avoid|don['’]t|do not|will not)[\p{L} ]*))$/iu.test(plain);
}

/** Nouns for the people who have the duties. */
const ROLE = "(?:workers?|managers?|practitioners?|carers?|officers?|nurses?|midwi(?:fe|ves)|staff|teams?|leaders?|supervisors?|professionals?|teachers?|educators?|practitioner|therap(?:ist|ists)|constables?|sergeants?|police|inspectors?|assistants?|volunteers?|mentors?|reviewers?|chairs?|irOs?|iros?|directors?|heads?|providers?|agenc(?:y|ies)|services?|partners?|employees?|personnel|childminders?|schools?|settings?|trustees?|governors?|students?|members?|consultants?|clinicians?|advocates?|commissioners?|organisations?|council|authority|board|everyone|registrants?|adults)";
const DUTY_HOLDER = new RegExp(`^((?:the |our |all |each |every |any ){0,6}(?:[\\p{L}’'/&-]+ ){0,5}?${ROLE}(?: (?:and|or|&) (?:[\\p{L}’'-]+ ){0,3}?${ROLE})?) (?:will|must|should|shall|are expected|is expected|need|needs|have a duty|has a duty|are responsible|is responsible)\\b`, 'iu');

/** Who has the duty, where a stem or sentence begins with them: "Foster carers will:" → "Foster carers". */
export function readDutyHolder(text: string): string | undefined {
  const named = DUTY_HOLDER.exec(text)?.[1] ?? (text.endsWith(':') ? DUTY_HOLDER.exec(`${text.slice(0, -1)} will`)?.[1] : undefined);
  if (named === undefined || named.split(' ').length > 7 || /['‘“"]/.test(named.replace(/(?<=\p{L})['’](?=s\b)/gu, '')) || /^(?:we|i|you|they)\b/i.test(named) || /[.,;]/.test(named)) return undefined;
  if (/\b(?:will|must|should|when|that|which|and we|is|are|was|by|to|for|of|through|in|on|at|with|from|as|if|includes?|we|our work)\b/i.test(named)) return undefined;
  return named;
}

const DUTY = new RegExp(`\\b(?:we|you|i|they|everyone|${ROLE}|it|there|children|families|parents|child|people|plans?|records?|assessments?|visits?|practice|decisions?|this) (?:[\\p{L}]+ ){0,3}?(?:will|must|should|shall)\\b|\\bwe (?:(?:all|each|always|also|never|actively|consistently) )*(?:need to|are (?:committed|expected|required|clear|honest|open)|aim to|strive|seek|ensure|value|listen|respect|understand|recognise|work|use|build|put|hold|promote|support|respond|take|make|know|learn|think|focus|challenge|celebrate|keep|act|share|do|have|believe|want|treat|help|encourage|provide|offer|record|plan|review)\\b|^(?:we|our|i)\\b|^(?:ensur|work|listen|treat|build|support|promot|recognis|respect|be|us|provid|tak|mak|help|keep|put|act|shar|show|giv|develop|encourag|challeng|explor|maintain|understand|valu|respond|commit|tell|do|see|know|lead|learn|connect|creat)ing\\b|\\b(?:is|are) (?:expected|required) to\\b`, 'iu');

/** Whether a lead-in lays duties on somebody: "We will:", "You can expect us to:". */
export function isDutyStem(stem: string): boolean {
  return /^(?:we|i|you|they|everyone|(?:[\p{L}’'-]+ ){0,5}[\p{L}’'-]+) (?:will|must|should|shall|can expect|promise|commit|agree)\b/iu.test(stem) && !/\bthis (?:document|framework|guide|policy)\b/i.test(stem);
}

/** Sentences about the document itself, conditions and questions are no duties. */
const ABOUT_THE_DOCUMENT = /^(?:if you want|(?:this|these|our|the|each|all)(?: of)?(?: these| the| our)? (?:\p{L}+ ){0,2}?(?:document|guide|framework|policy|booklet|standards?|principles?|values?|purpose|model|toolkit|pillars?)\b(?! (?:of|for) )(?!.{0,30}\b(?:must|should)\b))/iu;

/** Whether a sentence says what somebody does or must do. */
export function isDuty(sentence: string): boolean {
  return DUTY.test(sentence) && !ABOUT_THE_DOCUMENT.test(sentence) && !sentence.endsWith('?');
}

/** Whether a sentence begins with who does it: "We …", "Social workers …". */
export function isOwnDuty(sentence: string): boolean {
  return isDuty(sentence) && (/^(?:and |this means (?:that )?)?(?:we|i|you|our (?:staff|teams?|workers|practitioners|managers|leaders))\b/i.test(sentence) || /\b(?:will|must|should|shall)\b/i.test(sentence));
}

/** Whether a sentence lays down a duty in so many words: will, must, should, shall. */
export function isPlainDuty(sentence: string): boolean {
  return /\b(?:will|must|should|shall)\b/i.test(sentence) && isDuty(sentence);
}

/** Words that a lead-in ends with when the list goes on with the sentence. */
const LEAD_IN_END = /\b(?:will|must|should|shall|to|by|that|is|are|be|means?|includes?|including|believe|expects?|needs?|can|have|has|not|avoid|following|such as|like|when|where|if|for|with|through|of|on|in|and|or|who|because|never|always|do|don['’]t|we|they|ensure|ensuring|consider|example|value|aim|say|ask|promise|commit|listed below|below|as follows|ways)$/i;

/** Whether a lead-in is the beginning of a sentence that its list ends ("Foster carers will:", "We do this by:"). */
export function isLeadIn(stem: string): boolean {
  const plain = stem.replace(/(?<![\s:*_.…–—-])[\s:*_.…–—-]+$/, '').replace(/(?<!\s)\s*\([^()]*\)$/, '');
  if (!stem.endsWith(':')) return LEAD_IN_END.test(plain);
  return LEAD_IN_END.test(plain) || /\b(?:will|must|should|shall|we|means|includes?|following|expected|below)\b/i.test(plain);
}

/** "We do this by", "Foster carers will": a lead-in without its colon, as lost formatting leaves it. */
export function opensUnmarkedList(text: string): boolean {
  return /^(?:we|you|i|they|the|our|all|every|staff|foster|social)\b/i.test(text) && /(?:\b(?:will|must|should|shall|avoid|never|always|will not|by|do not|can expect(?: us to)?))$/i.test(text) && text.split(' ').length <= 10;
}

/** A lead-in that names the list: "Our guiding principles are:" → its noun phrase is the list's label. */
export function readNamingStem(stem: string): string | undefined {
  const match = /^((?:[\w\p{L}'’-]+ ){0,7}?(?:values|principles|standards|pillars|objectives|beliefs|commitments|behaviours|outcomes|aims|goals|priorities|expectations|promises|indicators)(?: (?:of|for|in|that) [\p{L}'’& -]{2,60}?)?) (?:are|include|is)(?: as follows| the following)?\s*:?$/iu.exec(stem);
  return match?.[1];
}

/** Headings of table columns that hold statements, metadata, labels, and things to avoid. */
export const COLUMN_WORDS = {
  statement: /\b(?:statements?|expectations?|what (?:we|you|i|good|this|it)|requirements?|descriptors?|descriptions?|we will|you will|practice|commitments?|behaviou?rs?|criteria|measures?|how we|what|action|means|looks like|in practice|duty|do|we do|good practice|standard|indicator)\b/i,
  metadata: /^(?:ref(?:erence)?\.?(?: ?no\.?| number)?|no\.?|number|#|id|code|evidence(?:d by)?(?: .*)?|how evidenced|source(?: of evidence)?|responsib\w*|responsible (?:person|officer|role|lead|for)|who(?: is responsible)?\??|by whom\??|lead(?: officer)?|owner|accountable|role|when\??|by when\??|timescales?|time ?frames?|deadline|frequency|date|due|target(?: date)?|rag(?: rating)?|status|score|rating|progress|link(?:s|ed to)?|legislation|regulation|statutory basis|tools?|resources?|notes?|comments?|review|page|met\??|y\/n|how (?:it )?(?:is|will be)? ?(?:measured|monitored|checked)|measured by|measure|monitoring|kpi|audit)$/i,
  label: /^(?:our )?(?:values?|principles?|standards?|pillars?|themes?|areas?|domains?|behaviou?rs?|objectives?|outcomes?|commitments?|elements?|titles?|names?|topics?|headings?|capabilit(?:y|ies)|competenc(?:y|e|ies)|categor(?:y|ies)|aims?|priorit(?:y|ies)|indicators?|practice standards?|stages?)$/i,
} as const;

const ORGANISATION = 'council|services?|trust|board|partnership|authority|departments?|directorate|divisions?|constabulary|police(?: service)?|agency|association|college|university|institute|centre|nhs|foundation|government|ministry|commission(?:er)?|committee|ltd|limited|charity|cic|unit';
const NAMES_ORGANISATION = new RegExp(`\\b(?:${ORGANISATION})\\b`, 'i');
const ENDS_WITH_ORGANISATION = new RegExp(`(?:^|\\s)(?:${ORGANISATION})[*_\\s]*$`, 'i');

/** Whether a line holds a word for an organisation, such as "Council" or "Trust". */
export function namesOrganisation(text: string): boolean {
  return NAMES_ORGANISATION.test(text);
}

/** Whether a short line ends as the name of an organisation does. */
export function endsWithOrganisation(text: string): boolean {
  return text.length <= 80 && ENDS_WITH_ORGANISATION.test(text) && /^[*_#\s]*\p{Lu}/u.test(text);
}
