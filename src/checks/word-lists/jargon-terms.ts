import type { Phrase } from '../language/phrase-finder.ts';

/** Words of the trade and of offices, with plain ones. */
export interface JargonTerm extends Phrase {
  plain: string;
  /** What one plain word can take the place of whatever is around it, in lower case. */
  swaps?: Readonly<Record<string, string>>;
}

const term = (words: string, plain: string, swaps?: Readonly<Record<string, string>>): JargonTerm => ({ words, plain, ...(swaps && { swaps }) });

export const JARGON_TERMS: readonly JargonTerm[] = [
  term('multi-?agency(?! safeguarding hubs?| risk assessment)|inter-?agency|multi-?disciplinary', 'all who work with the family; several services'),
  term('safeguarding (?:concerns?|issues?)', 'worries about a child’s safety: say which'),
  term('statutory', 'that the law asks for'),
  term('escalat(?:e|es|ed|ing|ion)(?! if)', 'take it to a manager; get worse'),
  term('signpost(?:s|ed|ing)?', 'tell about; show the way to'),
  term('wrap-?around', 'say what it is: breakfast club, help each morning'),
  term('engag(?:e|es|ed|ing|ement) with', 'work with; talk to; take part in'),
  term('outcomes?-(?:focus\\w+|based|led)', 'about what will change for the child'),
  term('stakeholders?', 'name the people'),
  term('holistic(?:ally)?', 'whole; of all that matters in their life'),
  term('facilitat(?:e|es|ed|ing|ion)', 'help; lead; make possible'),
  term('utilis(?:e|es|ed|ing|ation)|utiliz\\w+', 'use', { utilise: 'use', utilises: 'uses', utilised: 'used', utilising: 'using', utilize: 'use', utilizes: 'uses', utilized: 'used', utilizing: 'using' }),
  term('commenc(?:e|es|ed|ing|ement)', 'start', { commence: 'start', commences: 'starts', commenced: 'started', commencing: 'starting' }),
  term('ascertain(?:s|ed|ing)?', 'find out'),
  term('liais(?:e|es|ed|ing|on)', 'talk with'),
  term('in order to', 'to', { 'in order to': 'to' }),
  term('prior to', 'before', { 'prior to': 'before' }),
  term('subsequent to', 'after'),
  term('subsequently', 'later', { subsequently: 'later' }),
  term('with regards? to|in regards? to|in respect of|pertaining to', 'about'),
  term('in the event (?:of|that)', 'if'),
  term('at this (?:moment|point) in time', 'now'),
  term('going forwards?', 'from now on'),
  term('touch(?:ing)? base', 'talk'),
  term('implement(?:s|ed|ing|ation)?', 'do; carry out; start'),
  term('robust(?:ly|ness)?', 'clear; strong: say in what way'),
  term('triangulat\\w+', 'check with others'),
  term('coproduc\\w+|co-produc\\w+', 'make together'),
  term('lived experiences?', 'what it is like for …'),
  term('presenting (?:issues?|needs?|problems?)', 'what people came with'),
  term('unmet needs?', 'what is missing: say it'),
  term('service provision|provision of services', 'help; services'),
  term('disclos(?:ed|es|ing|ures?)', 'told; said'),
  term('substance (?:misuse|abuse)', 'drugs or alcohol: say which'),
  term('parenting capacity', 'what a parent can do, and with what help'),
  term('non-?attendance', 'days missed'),
  term('professional network|professionals[\'’]? meetings?', 'name the people; a meeting of workers without the family'),
  term('step(?:ped|ping)?[- ](?:up|down) (?:to|from)', 'move to; say what ends and what begins'),
  term('adverse childhood experiences?', 'hard things that happened in childhood'),
  term('cohorts?', 'group'),
  term('cognisant', 'aware', { cognisant: 'aware' }),
  term('domicil\\w+', 'home'),
  term('peruse[sd]?', 'read'),
  term('endeavou?r(?:s|ed|ing)?', 'try', { endeavour: 'try', endeavoured: 'tried', endeavours: 'tries', endeavouring: 'trying' }),
  term('action(?:ed|ing) (?:it|this|that|the)', 'do'),
  term('upskill\\w*', 'learn; train'),
  term('capacity[- ]building', 'help people to learn'),
];
