import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotesOf, type Block } from '../../../../../src/importer/outline.ts';
import { readHtml } from '../../../../../src/importer/readers/html/read-html.ts';

const SEED = Number(process.env['FC_SEED'] ?? Date.now() % 2_147_483_647);
const read = (html: string | Uint8Array) => readHtml(typeof html === 'string' ? new TextEncoder().encode(html) : html, 'page.html');

/** Blocks as a person would note them down: what they are, how deep, and what they say. */
function list(html: string | Uint8Array): string[] {
  return read(html).blocks.map(describeBlock);
}

function describeBlock(block: Block): string {
  const says = quotesOf(block).map(({ text }) => text).join(' | ');
  switch (block.type) {
    case 'heading':
      return `h${block.level} ${says}`;
    case 'item':
      return `${'  '.repeat(block.depth)}${block.marker.value === '' ? '•' : block.marker.value} ${says}`;
    case 'aside':
      return `(${block.reason}) ${says}`;
    case 'paragraph':
      return `${'  '.repeat(block.depth)}${block.isQuotation ? '> ' : ''}${says}`;
    default:
      return `${block.type}: ${says}`;
  }
}

describe('a page is read as it is seen', () => {
  test('lists keep their depth and their numbers', () => {
    expect(list('<ol start="3"><li>three<ul><li>inner</li></ul></li><li value="7">seven</li></ol><ol type="a"><li>first</li></ol>')).toEqual(['3 three', '  • inner', '7 seven', 'a first']);
  });
  test('marks that somebody typed make items', () => {
    expect(list('<p>• We knock.<br>• We wait.</p><p>1.2 We ring.</p><p>2024 was a long year.</p>')).toEqual(['• We knock.', '• We wait.', '1.2 We ring.', '2024 was a long year.']);
  });
  test('words that Word counts up in front of a paragraph are words of the page, a number or sign is a mark', () => {
    const item = (mark: string, text: string) => `<p><span style="mso-list:Ignore">${mark}&nbsp;</span>${text}</p>`;
    expect(list(item('Standard 3:', 'Care') + item('1.', 'We ring.') + item('§', 'We wait.'))).toEqual(['Standard 3: Care', '1 We ring.', '• We wait.']);
  });
  test('a break in the middle of a sentence parts nothing, and one after a lead-in begins a list', () => {
    expect(list('<p>We see every child<br>at every visit.<br>We wait.</p><p>We will:<br>ring first<br>knock</p>')).toEqual(['We see every child at every visit.', 'We wait.', 'We will:', 'ring first', 'knock']);
  });
  test('bold is kept, also where a style sets it', () => {
    expect(read('<p>We <b>knock</b> and <span style="font-weight: 700">wait</span>.</p>').blocks.flatMap((block) => quotesOf(block)).map(({ text, strong }) => strong.map(({ from, to }) => text.slice(from, to)))).toEqual([['knock', 'wait']]);
  });
  test('a table that only sets things side by side is unwrapped', () => {
    expect(list('<table role="presentation"><tr><td><h2>Care</h2><p>We knock.</p></td><td><p>We wait.</p></td></tr></table>')).toEqual(['h2 Care', 'We knock.', 'We wait.']);
    expect(list('<table><tr><td><p>A box</p></td></tr></table>')).toEqual(['A box']);
  });
  test('cells that span rows and columns keep their place', () => {
    const [table] = read('<table><tr><th>Strand</th><th>We will</th><th>When</th></tr><tr><td rowspan=2>Care</td><td>knock</td><td>now</td></tr><tr><td colspan=2>wait</td></tr></table>').blocks;
    expect(table?.type === 'table' && table.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('/')))).toEqual([['Strand', 'We will', 'When'], ['Care', 'knock', 'now'], ['', 'wait', '']]);
  });
  test('what stands around the page, is hidden or struck out is set aside with its reason', () => {
    expect(list('<nav>Home</nav><h1>Care</h1><p>We knock <del>twice</del>.</p><p hidden>x1</p><p style="display:none">x2</p><button>Print</button><footer>Privacy</footer>')).toEqual([
      '(menu, header or footer of the page) Home', 'h1 Care', 'We knock', '(struck out) twice', '.', '(hidden on the page) x1', '(hidden on the page) x2', '(form or button) Print', '(menu, header or footer of the page) Privacy',
    ]);
  });
  test('where the page names its main part, the rest is set aside', () => {
    expect(list('<div>Banner</div><main><h1>Care</h1><p>We knock and wait for an answer.</p></main><div>Related pages</div>')).toEqual(['(outside the main part of the page) Banner', 'h1 Care', 'We knock and wait for an answer.', '(outside the main part of the page) Related pages']);
  });
  test('a part that a button opens belongs to the page, and the button heads it', () => {
    expect(list('<h1>Charter</h1><button aria-expanded="false" aria-controls="p">Listening</button><div id="p" hidden><h3>What we do</h3><p>We put the laptop away.</p></div><div hidden>Draft</div>')).toEqual(['h1 Charter', 'h2 Listening', 'h3 What we do', 'We put the laptop away.', '(hidden on the page) Draft']);
  });
  test('old encodings are read by what the page says, or as Windows wrote them', () => {
    const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(list(latin('<meta charset="iso-8859-1"><p>Caf\u00e9</p>'))).toEqual(['Café']);
    expect(list(latin('<p>We\u0092ll knock</p>'))).toEqual(['We’ll knock']);
  });
  test('the title in the head loses the name of the site', () => {
    expect(read('<title>Our standards | Elm Council</title><p>x</p>').metadata).toEqual({ title: 'Our standards' });
  });
});

/** A page made of nested parts whose words are all different, with the words that can be read in it. */
const words = fc.tuple(fc.constantFrom('We', 'a', 'the', '-', '1.', '•', 'Standard 1:'), fc.nat(1_000_000)).map(([start, number]) => `${start} w${number}`);
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.tuple(fc.constantFrom('div', 'p', 'li', 'ul', 'ol', 'td', 'table', 'tr', 'dl', 'dt', 'dd', 'h2', 'b', 'span', 'blockquote', 'section', 'main', 'nav', 'button', 'details', 'summary', 'figcaption', 'pre', 'del', 'svg', 'label', 'th', 'caption'), fc.array(tie('node'), { maxLength: 4 })).map(([tag, inside]) => `<${tag}>${inside.join('<br>')}</${tag}>`),
  ),
}));

describe(`any page (seed ${SEED})`, () => {
  test('is read whole: every word stands in one block, once', () => {
    fc.assert(fc.property(fc.array(node, { minLength: 1, maxLength: 8 }), (parts) => {
      const html = `<!doctype html><body>${parts.join(' ')}</body>`;
      const wanted = [...html.matchAll(/w\d+/g)].map(([word]) => word).sort();
      const found = read(html).blocks.flatMap((block) => (block.type === 'definition' ? [block.content] : quotesOf(block))).flatMap(({ text }) => [...text.matchAll(/w\d+/g)].map(([word]) => word)).sort();
      const terms = read(html).blocks.flatMap((block) => (block.type === 'definition' ? [...block.term.text.matchAll(/w\d+/g)].map(([word]) => word) : []));
      expect([...new Set([...found, ...terms])].sort()).toEqual([...new Set(wanted)]);
      expect(found.length).toBeLessThanOrEqual(wanted.length);
    }), { seed: SEED, numRuns: 500 });
  });
  test('gives quotations that stand in its text where they say', () => {
    fc.assert(fc.property(fc.array(node, { minLength: 1, maxLength: 8 }), (parts) => {
      const { documentText, blocks } = read(`<!doctype html><body>${parts.join(' ')}</body>`);
      for (const quote of blocks.flatMap((block) => [...quotesOf(block)])) expect(documentText.slice(quote.starts[0], quote.ends.at(-1))).toBe(quote.text);
    }), { seed: SEED, numRuns: 300 });
  });
});
