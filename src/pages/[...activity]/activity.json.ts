import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { prepareLesson } from '../../course/lesson.ts';
import { trackModule, trackScenario, type TrackedCourse } from '../../course/tracked-course.ts';
import { showLabel } from '../../framework/show-label.ts';
import { academy } from '../../layouts/academy.ts';
import { openLibrary } from '../../layouts/open-library.ts';
import { listActivityMetadata } from '../../tracking/xapi/activity-metadata.ts';
import { placeInSite } from '../../tracking/xapi/publish-place.ts';

/** What each activity is, beside its IRI; see docs/xapi-profile.md for what the host has to do. */
export const getStaticPaths = (async () => {
  const library = await openLibrary();
  const { iriBase, language } = academy;
  const lessons = library.modules.map((module) => prepareLesson(library, module));
  const course: TrackedCourse = {
    iriBase,
    language,
    modules: lessons.map((lesson) => trackModule(lesson, { title: showLabel(lesson.module.title), frameworkTitle: showLabel(lesson.framework.title) })),
    scenarios: library.scenarios.map(trackScenario),
  };
  const statements = new Map(lessons.map(({ framework, element }) => [`${framework.id}/${element.id}`, element.statements]));
  return listActivityMetadata(course, (module) => statements.get(module) ?? []).map(({ id, definition }) => ({ params: { activity: placeInSite(id, iriBase, academy) }, props: { definition } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(JSON.stringify(props.definition), { headers: { 'content-type': 'application/json' } });
