/** Names of the places in an order, first to last. */
export const PLACES: readonly string[] = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];
