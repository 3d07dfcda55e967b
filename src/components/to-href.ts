/** A page's address with the folder that the site is served from. */
export const toHref = (address: string): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${address}`;
