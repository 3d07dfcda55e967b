import { build } from 'esbuild';

/**
 * The scripts of a page as one that is no module. Browsers load modules only from a server that the page counts as its own,
 * which leaves out a page that was opened from disk and one in a sandboxed frame; a plain script runs in both.
 * @param scripts addresses relative to `folder`, in the order of the page
 */
export async function bundleScripts(folder: string, scripts: readonly string[]): Promise<Uint8Array> {
  const contents = scripts.map((script) => `import ${JSON.stringify(`./${script}`)};`).join('\n');
  const { outputFiles } = await build({ stdin: { contents, resolveDir: folder }, absWorkingDir: folder, bundle: true, format: 'iife', minify: true, charset: 'utf8', target: 'es2022', legalComments: 'none', write: false, logLevel: 'silent' });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error('The scripts of a page could not be put together.');
  return bundle.contents;
}
