/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The module whose page is being made: MDX components take their words from it. */
    lesson: import('./course/lesson.ts').Lesson;
    /** Whom staff can turn to, from `academy.yaml`. */
    support: import('./framework/academy.ts').Academy['support'];
    /** The page goes into a package for an LMS: it is the only page there is, and must not lead away. */
    isPackage?: boolean;
    /** The text of a reflection is told to a learning record, too. */
    sendsReflections?: boolean;
  }
}
