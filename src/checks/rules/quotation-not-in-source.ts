import { isQuotedFrom } from '../../framework/quotation.ts';
import { defineRule, type Finding } from '../rule.ts';

export const quotationNotInSource = defineRule('quotation-not-in-source', 'error', 'Every practice statement stands word for word in the source document, at the place it names.', ({ frameworks }) =>
  frameworks.flatMap((file) => {
    const text = file.source?.document.text;
    if (text === undefined) return [];
    return file.framework.elements.flatMap(({ statements }, element) =>
      statements.flatMap((statement, index): Finding[] =>
        isQuotedFrom(text, statement)
          ? []
          : [[file, ['elements', element, 'statements', index, 'text'], `The words of "${statement.id}" do not stand in the source document at the place it names.`, 'Quote the document word for word, slips included. If the document has changed, import it again.']],
      ),
    );
  }),
);
