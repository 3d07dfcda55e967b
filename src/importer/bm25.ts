/** How much a word that comes again still adds, and how much a long document is held back: the usual values. */
const K1 = 1.2;
const B = 0.75;

/**
 * How well each of a few documents answers a query, by BM25: the sum over the query's words of
 * `idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / mean length))`, with `idf = ln(1 + (N − df + ½) / (df + ½))`.
 * S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009, §3.
 * @returns for a query, the score of each document, in their order; a word that the query repeats counts once.
 */
export function createBm25(documents: readonly (readonly string[])[]): (query: Iterable<string>) => number[] {
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const weights = new Map<string, Float64Array>();
  for (const [document, words] of documents.entries()) {
    for (const word of words) {
      const times = weights.get(word) ?? new Float64Array(documents.length);
      times[document] = (times[document] ?? 0) + 1;
      weights.set(word, times);
    }
  }
  for (const times of weights.values()) {
    const held = times.filter((count) => count > 0).length;
    const idf = Math.log(1 + (documents.length - held + 0.5) / (held + 0.5));
    for (const [document, count] of times.entries()) times[document] = (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * (documents[document]?.length ?? 0)) / meanLength));
  }
  return (query) => {
    const scores = documents.map(() => 0);
    for (const word of new Set(query)) weights.get(word)?.forEach((weight, document) => { scores[document] = (scores[document] ?? 0) + weight; });
    return scores;
  };
}
