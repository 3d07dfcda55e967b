/** Line drawings on a grid of 24 by 24. */
export const ICON_PATHS = {
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5V12l3 2',
  place: 'M12 21s6.5-5.6 6.5-11a6.5 6.5 0 1 0-13 0c0 5.4 6.5 11 6.5 11ZM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  book: 'M4 5.5C6.5 4.6 9.5 4.7 12 6.5c2.500-1.800 5.500-1.900 8-1V18c-2.500-.9-5.500-.8-8 1-2.500-1.800-5.500-1.900-8-1ZM12 6.500V19',
  paths: 'M5 20V14c0-4 7-4 7-8V4M12 12c0 3 7 3 7 7v1M12 4 9.500 6.500M12 4l2.500 2.500',
  note: 'M6 3.500h9l3.500 3.500v13.500h-12.500ZM9 11h6M9 15h6',
} as const;

export type IconName = keyof typeof ICON_PATHS;
