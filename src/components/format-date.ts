/** `22 November 2026`, in the time of the reader's device. */
export const formatDate = (at: string): string => new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
