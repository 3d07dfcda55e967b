import type { APIRoute } from 'astro';
import { openLibrary } from '../../layouts/open-library.ts';
import { writeStarterScenario } from '../../author/starter-scenario.ts';

export const GET: APIRoute = async () => {
  const library = await openLibrary();
  const [framework] = library.frameworks;
  const statement = framework?.elements[0]?.statements[0];
  return new Response(writeStarterScenario(statement?.id ?? 'your-framework/your-standard/1', library.themes[0]?.id ?? 'your-theme'), { headers: { 'content-type': 'application/yaml; charset=utf-8' } });
};
