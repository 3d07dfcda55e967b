/** The standards that a package can speak. */
export const PACKAGE_TARGETS = ['cmi5', 'scorm12', 'scorm2004', 'xapi'] as const;
export type PackageTarget = (typeof PACKAGE_TARGETS)[number];

/** What is to be packed. It passes from the command to the build in `ACADEMY_PACKAGE`, as JSON. */
export interface PackageOrder {
  target: PackageTarget;
  /** Ids. */
  framework: string;
  elements: readonly string[];
  /**
   * `false`: every module's page stands alone and speaks to the LMS itself. `true`: a page around them lists them, speaks to
   * the LMS for all of them and shows one at a time in a frame, because SCORM and a Tin Can launch know one page only.
   */
  isFramed: boolean;
}

/** The folder that pages are built for. It stands for the package's root until packing makes every address relative. */
export const PACKAGE_BASE = '/package-root/';

/** Where the pages of a build are, from its root. */
export const modulePage = (element: string): string => `modules/${element}.html`;
export const FRAME_PAGE = 'all-modules.html';
