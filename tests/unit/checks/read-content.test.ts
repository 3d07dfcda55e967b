import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAcademySettings } from '../../../src/checks/read-academy-settings.ts';
import { readContent, requireContent } from '../../../src/checks/read-content.ts';
import { ContentError } from '../../../src/framework/problem.ts';
import { copyContent, show, WHOLE } from './edited-content.ts';

const FRAMEWORK = 'frameworks/elm-practice';

/** Problems of a copy of the whole content after `change`. */
async function problemsAfter(change: (folder: string) => Promise<unknown>): Promise<string[]> {
  const folder = await copyContent();
  await change(folder);
  return show((await readContent(folder)).problems, folder);
}

describe('whole content', async () => {
  const content = await readContent(WHOLE);

  test('is read without a problem', () => expect(content.problems).toEqual([]));

  test('holds the academy with its defaults', () =>
    expect(content.academy).toEqual({ name: 'Elm Academy', iriBase: 'https://elm.example/frameworks', base: '/', brand: { colour: '#335577' }, frameworks: ['elm-practice'], language: 'en-GB' }));

  test('holds themes, frameworks, modules and scenarios in the order of their names', () => {
    expect(content.themes.map(({ id }) => id)).toEqual(['child-voice', 'timeliness']);
    expect(content.frameworks.map(({ framework }) => framework.id)).toEqual(['elm-practice']);
    expect(content.modules.map(({ module }) => module.element)).toEqual(['we-come-on-time', 'we-listen']);
    expect(content.scenarios.map(({ scenario }) => scenario.id)).toEqual(['the-late-visit', 'the-quiet-boy']);
  });

  test('holds the source document with its text and fingerprint', () => {
    const [framework] = content.frameworks;
    expect(framework?.source?.document.text).toMatch(/^# How we work in Elm\n/);
    expect(framework?.source?.document.sha256).toBe(framework?.source?.record.sha256);
  });

  test('names files from the working directory', () => expect(content.scenarios[0]?.file).toBe('tests/fixtures/checks/whole/scenarios/the-late-visit.yaml'));

  test('knows the line on which a module’s body starts', async () => {
    const [module] = content.modules;
    const lines = (await readFile(module?.file ?? '', 'utf8')).split('\n');
    expect(lines.slice((module?.bodyLine ?? 0) - 1).join('\n')).toBe(module?.body);
    expect(lines[(module?.bodyLine ?? 0) - 2]).toBe('---');
  });

  test('knows the place of a value in front matter', () => expect(content.modules[0]?.placeOf(['check', 1, 'statement'])).toMatchObject({ line: 18, column: 5 }));
});

test('a folder that is not there is one clear problem', async () => {
  const { problems } = await readContent('no/such/folder');
  expect(show(problems, path.resolve('content'))).toMatchInlineSnapshot(`
    [
      "error no/such/folder no-content
      There is no folder no/such/folder.
      What to do: Run the command in the project’s own folder, or say where the content is with --content.",
    ]
  `);
});

test('one bad file does not hide what is wrong with another', async () => {
  const folder = await copyContent(['academy.yaml', 'name: Elm Academy', 'nmae: Elm Academy'], ['themes.yaml', 'themes:', 'themes: ['], ['scenarios/the-late-visit.yaml', 'minutes: 4', 'minutes: four'], [`${FRAMEWORK}/modules/we-listen.mdx`, 'minutes: 10\n', '']);
  const content = await readContent(folder);
  expect(show(content.problems, folder)).toMatchInlineSnapshot(`
    [
      "error content/academy.yaml:1:1 schema
      name is missing.
      What to do: Add name. Write the academy’s name.",
      "error content/academy.yaml:1:1 schema
      "nmae" is not a field of academy.
      What to do: Check the spelling, or remove it.",
      "error content/frameworks/elm-practice/modules/we-listen.mdx:1:1 schema
      minutes is missing.
      What to do: Add minutes. Write a number.",
      "error content/scenarios/the-late-visit.yaml:3:1 schema
      minutes can't be "four".
      What to do: Write a number.",
      "error content/themes.yaml:2:3 yaml-syntax
      This is not valid YAML: Block collections are not allowed within flow collections.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:2:9 yaml-syntax
      This is not valid YAML: Nested mappings are not allowed in compact mappings.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:2:9 yaml-syntax
      This is not valid YAML: Implicit keys need to be on a single line.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:3:12 yaml-syntax
      This is not valid YAML: Nested mappings are not allowed in compact mappings.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:3:12 yaml-syntax
      This is not valid YAML: Implicit keys need to be on a single line.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:4:38 yaml-syntax
      This is not valid YAML: Implicit keys of flow sequence pairs need to be on a single line.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:6:5 yaml-syntax
      This is not valid YAML: Missing , between flow sequence items.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:7:7 yaml-syntax
      This is not valid YAML: Block collections are not allowed within flow collections.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:7:9 yaml-syntax
      This is not valid YAML: Implicit keys need to be on a single line.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:9:18 yaml-syntax
      This is not valid YAML: Nested mappings are not allowed in compact mappings.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:9:18 yaml-syntax
      This is not valid YAML: Implicit keys need to be on a single line.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:10:9 yaml-syntax
      This is not valid YAML: Nested mappings are not allowed in compact mappings.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:10:9 yaml-syntax
      This is not valid YAML: Implicit keys need to be on a single line.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:11:12 yaml-syntax
      This is not valid YAML: Nested mappings are not allowed in compact mappings.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:11:12 yaml-syntax
      This is not valid YAML: Implicit keys need to be on a single line.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:12:18 yaml-syntax
      This is not valid YAML: Nested mappings are not allowed in compact mappings.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:12:18 yaml-syntax
      This is not valid YAML: Implicit keys need to be on a single line.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:14:5 yaml-syntax
      This is not valid YAML: Missing , between flow sequence items.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:15:7 yaml-syntax
      This is not valid YAML: Block collections are not allowed within flow collections.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
      "error content/themes.yaml:15:9 yaml-syntax
      This is not valid YAML: Implicit keys need to be on a single line.
      What to do: Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.",
    ]
  `);
  expect(content.scenarios.map(({ scenario }) => scenario.id)).toEqual(['the-quiet-boy']);
  expect(content.modules.map(({ module }) => module.element)).toEqual(['we-come-on-time']);
  expect(content.unread).toEqual({ themes: true, frameworks: new Set(), modules: new Set(['elm-practice/we-listen']), scenarios: new Set(['the-late-visit']) });
});

test('a missing file is a problem that names it', async () => {
  expect(
    await problemsAfter(async (folder) => {
      await rm(path.join(folder, 'academy.yaml'));
      await rm(path.join(folder, FRAMEWORK, 'source/elm-practice.md'));
    }),
  ).toMatchInlineSnapshot(`
    [
      "error content/academy.yaml missing-file
      The file content/academy.yaml is missing.
      What to do: Create it, or bring it back from version control.",
      "error content/frameworks/elm-practice/source/elm-practice.md missing-file
      The file content/frameworks/elm-practice/source/elm-practice.md is missing.
      What to do: Create it, or bring it back from version control.",
    ]
  `);
});

test('a folder’s name is the framework’s id, a file’s name is the element’s', async () => {
  expect(
    await problemsAfter(async (folder) => {
      await rename(path.join(folder, FRAMEWORK, 'modules/we-listen.mdx'), path.join(folder, FRAMEWORK, 'modules/we-hear.mdx'));
      await rename(path.join(folder, FRAMEWORK), path.join(folder, 'frameworks/oak-practice'));
    }),
  ).toMatchInlineSnapshot(`
    [
      "error content/frameworks/oak-practice/framework.yaml:1:1 id-and-place
      The framework’s id is "elm-practice", but its folder is "oak-practice".
      What to do: Write "id: oak-practice", or rename the folder to "elm-practice". Ids that learners’ records already hold must stay.",
      "error content/frameworks/oak-practice/modules/we-come-on-time.mdx:2:1 id-and-place
      The module says "framework: elm-practice", but the folder is named "oak-practice".
      What to do: Write "framework: oak-practice", or move the file to where it belongs.",
      "error content/frameworks/oak-practice/modules/we-hear.mdx:2:1 id-and-place
      The module says "framework: elm-practice", but the folder is named "oak-practice".
      What to do: Write "framework: oak-practice", or move the file to where it belongs.",
    ]
  `);
});

test('a name that can’t be an id is refused, and a file with another ending is pointed out', async () => {
  expect(
    await problemsAfter(async (folder) => {
      await rename(path.join(folder, 'scenarios/the-late-visit.yaml'), path.join(folder, 'scenarios/The late visit.yaml'));
      await rename(path.join(folder, 'scenarios/the-quiet-boy.yaml'), path.join(folder, 'scenarios/the-quiet-boy.yml'));
      await mkdir(path.join(folder, 'frameworks/Oak'));
      await writeFile(path.join(folder, 'frameworks/notes.txt'), '');
      await writeFile(path.join(folder, 'scenarios/.DS_Store'), '');
    }),
  ).toMatchInlineSnapshot(`
    [
      "error content/frameworks/Oak file-name
      "Oak" can't be an id, and the folder’s name is the id.
      What to do: Rename the folder to lower-case words joined by hyphens, such as "first-visit".",
      "warning content/frameworks/notes.txt unread-file
      This is not read. Each framework has a folder of its own in content/frameworks.
      What to do: Rename it, or move it elsewhere.",
      "error content/scenarios/The late visit.yaml file-name
      "The late visit" can't be an id, and the file’s name is the id.
      What to do: Rename the file to lower-case words joined by hyphens, such as "first-visit".",
      "warning content/scenarios/the-quiet-boy.yml unread-file
      This is not read. Each scenario is a file of its own in content/scenarios whose name ends in .yaml.
      What to do: Rename it, or move it elsewhere.",
    ]
  `);
});

describe('nothing outside the folder is read', () => {
  test('through a link in place of a file', async () => {
    expect(
      await problemsAfter(async (folder) => {
        await rm(path.join(folder, 'scenarios/the-late-visit.yaml'));
        await symlink('/etc/hostname', path.join(folder, 'scenarios/the-late-visit.yaml'));
        await rm(path.join(folder, 'themes.yaml'));
        await symlink('/etc/hostname', path.join(folder, 'themes.yaml'));
      }),
    ).toMatchInlineSnapshot(`
      [
        "error content/scenarios/the-late-visit.yaml symbolic-link
        This is a link to another place. Content is read from real files only, so that nothing outside the folder ends up on the site.
        What to do: Put the file itself here.",
        "error content/themes.yaml symbolic-link
        This is a link to another place. Content is read from real files only, so that nothing outside the folder ends up on the site.
        What to do: Put the file itself here.",
      ]
    `);
  });

  test('through a link in place of a folder', async () => {
    const elsewhere = await copyContent();
    const found = await problemsAfter(async (folder) => {
      await rm(path.join(folder, 'scenarios'), { recursive: true });
      await symlink(path.join(elsewhere, 'scenarios'), path.join(folder, 'scenarios'));
      await rm(path.join(folder, FRAMEWORK, 'source'), { recursive: true });
      await symlink(path.join(elsewhere, FRAMEWORK, 'source'), path.join(folder, FRAMEWORK, 'source'));
    });
    expect(found.map((problem) => problem.split('\n')[0])).toEqual(['error content/frameworks/elm-practice/source/source.yaml symbolic-link', 'error content/scenarios symbolic-link']);
  });

  test('through the name of a source document', async () => {
    const folder = await copyContent([`${FRAMEWORK}/source/source.yaml`, 'file: elm-practice.md', 'file: ../../../../../etc/hostname']);
    expect(show((await readContent(folder)).problems, folder)).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/source/source.yaml:1:1 source-document
        "../../../../../etc/hostname" is not the name of a file in this folder.
        What to do: Put the document beside source.yaml and write its file name only.",
      ]
    `);
  });
});

test('front matter without an end, and front matter that is far too long', async () => {
  expect(
    await problemsAfter(async (folder) => {
      const module = path.join(folder, FRAMEWORK, 'modules/we-listen.mdx');
      await writeFile(module, (await readFile(module, 'utf8')).replaceAll('---', '***'));
      const other = path.join(folder, FRAMEWORK, 'modules/we-come-on-time.mdx');
      await writeFile(other, (await readFile(other, 'utf8')).replace('title: ', `title: ${'so '.repeat(6000)}`));
    }),
  ).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-come-on-time.mdx yaml-too-large
      The file has 18587 characters; the limit is 16384.
      What to do: Split the file, or check that it is the file you meant.",
      "error content/frameworks/elm-practice/modules/we-listen.mdx:1:1 front-matter
      The file does not start with front matter between two lines of "---".
      What to do: Put "---" on the first line and on the line after the last field. No other line of the front matter may start with "---" or "+++".",
    ]
  `);
});

test('a file that is not UTF-8 is refused before its words come out wrong', async () => {
  expect(await problemsAfter((folder) => writeFile(path.join(folder, 'themes.yaml'), Buffer.from('themes: \xe9', 'latin1')))).toMatchInlineSnapshot(`
    [
      "error content/themes.yaml not-utf-8
      The file is not text in UTF-8, so letters and quotation marks would come out wrong.
      What to do: Save it again with the encoding UTF-8.",
    ]
  `);
});

test('Windows line ends and a byte order mark do no harm', async () => {
  expect(
    await problemsAfter(async (folder) => {
      for (const name of ['academy.yaml', 'themes.yaml', 'scenarios/the-late-visit.yaml', `${FRAMEWORK}/modules/we-listen.mdx`]) {
        const full = path.join(folder, name);
        await writeFile(full, `\ufeff${(await readFile(full, 'utf8')).replaceAll('\n', '\r\n')}`);
      }
    }),
  ).toEqual([]);
});

test('the source that framework.yaml names is the one that source.yaml describes', async () => {
  const folder = await copyContent([`${FRAMEWORK}/framework.yaml`, 'source: elm-practice.md', 'source: oak-practice.md']);
  expect(show((await readContent(folder)).problems, folder)).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/framework.yaml:3:1 source-document
      The framework names the source "oak-practice.md", but source/source.yaml describes "elm-practice.md".
      What to do: Name the same document in both files.",
    ]
  `);
});

describe('requireContent', () => {
  test('gives content in which nothing is wrong', async () => expect((await requireContent(WHOLE)).academy.name).toBe('Elm Academy'));

  test('throws every error and no warning', async () => {
    const folder = await copyContent(['academy.yaml', 'base: /', 'base: academy'], ['scenarios/the-late-visit.yaml', 'minutes: 4', 'minutes: 0']);
    await writeFile(path.join(folder, 'scenarios/notes.txt'), '');
    const error = await requireContent(folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ContentError);
    expect(error instanceof ContentError && show(error.problems, folder)).toMatchInlineSnapshot(`
      [
        "error content/academy.yaml:3:1 schema
        base can't be "academy".
        What to do: Start and end with a slash, such as / or /academy/.",
        "error content/scenarios/the-late-visit.yaml:3:1 schema
        minutes can't be "0".
        What to do: A scenario takes at least one minute.",
      ]
    `);
  });
});

describe('readAcademySettings', () => {
  test('reads what readContent reads', async () => expect(readAcademySettings(WHOLE)).toEqual((await readContent(WHOLE)).academy));

  test('names a file that is missing', () => expect(() => readAcademySettings('no/such/folder')).toThrow('The file no/such/folder/academy.yaml is missing or can\'t be read.'));
});
