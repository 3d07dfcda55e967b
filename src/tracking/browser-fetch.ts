/** The network of this browser, for pages to hand in: they may not reach for it themselves. */
export const browserFetch: typeof fetch = (input, init) => fetch(input, init);
