/** Named characters of HTML that appear in office exports of English and Welsh documents. Any other name stays as it is written. */
const NAMED: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'amp:& lt:< gt:> quot:" apos:\' nbsp:\u00a0 ensp:\u2002 emsp:\u2003 thinsp:\u2009 shy:\u00ad zwj:\u200d zwnj:\u200c ' +
    'ndash:– mdash:— lsquo:‘ rsquo:’ sbquo:‚ ldquo:“ rdquo:” bdquo:„ laquo:« raquo:» hellip:… bull:• middot:· prime:′ Prime:″ ' +
    'pound:£ euro:€ cent:¢ yen:¥ copy:© reg:® trade:™ deg:° plusmn:± times:× divide:÷ frac12:½ frac14:¼ frac34:¾ sect:§ para:¶ dagger:† Dagger:‡ ' +
    'check:✓ rarr:→ larr:← le:≤ ge:≥ ne:≠ sup1:¹ sup2:² sup3:³ ordm:º ordf:ª micro:µ iexcl:¡ iquest:¿ brvbar:¦ not:¬ ' +
    'Agrave:À Aacute:Á Acirc:Â Atilde:Ã Auml:Ä Aring:Å AElig:Æ Ccedil:Ç Egrave:È Eacute:É Ecirc:Ê Euml:Ë Igrave:Ì Iacute:Í Icirc:Î Iuml:Ï ' +
    'Ntilde:Ñ Ograve:Ò Oacute:Ó Ocirc:Ô Otilde:Õ Ouml:Ö Oslash:Ø Ugrave:Ù Uacute:Ú Ucirc:Û Uuml:Ü Yacute:Ý Wcirc:Ŵ Ycirc:Ŷ ' +
    'agrave:à aacute:á acirc:â atilde:ã auml:ä aring:å aelig:æ ccedil:ç egrave:è eacute:é ecirc:ê euml:ë igrave:ì iacute:í icirc:î iuml:ï ' +
    'ntilde:ñ ograve:ò oacute:ó ocirc:ô otilde:õ ouml:ö oslash:ø ugrave:ù uacute:ú ucirc:û uuml:ü yacute:ý yuml:ÿ wcirc:ŵ ycirc:ŷ szlig:ß oelig:œ OElig:Œ'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,12}));/y;

/** Decodes the character reference that begins at `at`, such as `&amp;` or `&#8217;`; `undefined` where there is none. */
export function decodeEntityAt(text: string, at: number): { character: string; length: number } | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) return undefined;
  const [whole, decimal, hexadecimal, name] = match;
  const character = name === undefined ? fromCodePoint(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)) : NAMED[name];
  return character === undefined ? undefined : { character, length: whole.length };
}

/** `undefined` for numbers that are no character, and for control and bidi characters, which nobody may smuggle in by number. */
function fromCodePoint(code: number): string | undefined {
  const isControl = code < 32 || (code >= 127 && code < 160) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isControl || isSurrogate || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}
