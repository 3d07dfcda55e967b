/** A line of text on a page: where it begins, how high it stands, and how it is set. Points; y counts from the top of the page. */
export interface Text {
  text: string;
  x: number;
  y: number;
  size?: number;
  isBold?: boolean;
  /** Turned by 90 degrees, to be read upwards. */
  isTurned?: boolean;
}

/** A straight line or a filled box: [left, top, right, bottom]. */
export type Drawing = readonly [number, number, number, number];

export interface Page {
  texts: readonly Text[];
  drawings?: readonly Drawing[];
  pictures?: readonly Drawing[];
}

export interface PdfOptions {
  title?: string;
  /** Says that a password is needed, and gives none that fits. */
  isLocked?: boolean;
}

const WIDTH = 595;
const HEIGHT = 842;

/** WinAnsi codes of the characters outside Latin-1 that the tests use. */
const CODES: Readonly<Record<string, number>> = { '•': 0x95, '–': 0x96, '—': 0x97, '’': 0x92, '‘': 0x91, '“': 0x93, '”': 0x94, '…': 0x85 };

/** Writes a small valid PDF with the standard fonts Helvetica and Helvetica-Bold. */
export function makePdf(pages: readonly Page[], { title, isLocked = false }: PdfOptions = {}): Uint8Array {
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    toFont('Helvetica'),
    toFont('Helvetica-Bold'),
    `<< ${title === undefined ? '' : `/Title (${escape(title)})`} >>`,
    ...pages.flatMap((page, at) => {
      const content = toContent(page);
      return [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${7 + at * 2} 0 R >>`, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`];
    }),
    ...(isLocked ? [`<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >>`] : []),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  const lock = isLocked ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>] ` : '';
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R ${lock}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** Lines one below the other, all set alike; a shift of `x` or a larger gap can be given for each by writing the line yourself. */
export function column(x: number, y: number, lines: readonly string[], { leading = 14, ...look }: Omit<Partial<Text>, 'text' | 'x' | 'y'> & { leading?: number } = {}): Text[] {
  return lines.map((text, at) => ({ text, x, y: y + at * leading, ...look }));
}

const toFont = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

function toContent({ texts, drawings = [], pictures = [] }: Page): string {
  const shown = texts.map(({ text, x, y, size = 11, isBold = false, isTurned = false }) => `BT /${isBold ? 'B' : 'R'} ${size} Tf ${isTurned ? '0 1 -1 0' : '1 0 0 1'} ${x} ${HEIGHT - y} Tm (${escape(text)}) Tj ET`);
  const drawn = drawings.map(([left, top, right, bottom]) => `${left} ${HEIGHT - bottom} ${right - left} ${bottom - top} re f`);
  const pictured = pictures.map(([left, top, right, bottom]) => `q ${right - left} 0 0 ${bottom - top} ${left} ${HEIGHT - bottom} cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q`);
  return [...drawn, ...pictured, ...shown].join('\n');
}

function escape(text: string): string {
  return Array.from(text, (character) => (/[()\\]/.test(character) ? `\\${character}` : String.fromCharCode(CODES[character] ?? character.charCodeAt(0)))).join('');
}
