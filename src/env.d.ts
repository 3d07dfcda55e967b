/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The module whose page is being made: MDX components take their words from it. */
    lesson: import('./course/lesson.ts').Lesson;
  }
}
