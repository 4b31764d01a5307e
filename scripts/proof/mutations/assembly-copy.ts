import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Assembly } from '../assembly';
import { readAssembly } from '../read-assembly';
import type { Seed, Templates } from './fault';
import type { JsonObject } from './json';

/** A synthesized folder again, with something changed, and the stacks whose template or region is not as it was. */
export interface Changed {
  readonly assembly: Assembly;
  readonly stacks: readonly string[];
}

/** A copy of what `cdk synth` wrote, for changing it many times; assets are links to the originals. */
export class AssemblyCopy {
  readonly original: Assembly;
  private readonly folder = mkdtempSync(join(tmpdir(), 'mutations-'));
  private readonly manifest: string;
  private readonly files: ReadonlyMap<string, string>;
  private readonly texts: ReadonlyMap<string, string>;

  constructor(folder: string) {
    this.original = readAssembly(folder);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    this.manifest = JSON.stringify(manifest);
    const { artifacts } = manifest;
    const file = (id: string) => artifacts[id].properties?.templateFile ?? `${id}.template.json`;
    this.files = new Map(this.original.stacks.map(({ id }) => [id, file(id)]));
    this.texts = new Map(this.original.stacks.map(({ id, template }) => [id, JSON.stringify(template)]));
    const written = new Set(['manifest.json', ...this.files.values()]);
    for (const name of readdirSync(folder))
      if (!written.has(name)) symlinkSync(resolve(folder, name), join(this.folder, name));
  }

  /** What a change makes of the templates and the manifest. Throws what the change throws, and when it changed nothing. */
  seeded(seed: Seed): { manifest: string; templates: ReadonlyMap<string, string>; stacks: readonly string[] } {
    const changed: Templates = Object.fromEntries([...this.texts].map(([id, text]) => [id, JSON.parse(text)]));
    const object: JsonObject = JSON.parse(this.manifest);
    seed(changed, object);
    const manifest = JSON.stringify(object);
    const templates = new Map(this.original.stacks.map(({ id }) => [id, JSON.stringify(changed[id])]));
    const everywhere = manifest !== this.manifest;
    const stacks = [...templates.keys()].filter((id) => everywhere || templates.get(id) !== this.texts.get(id));
    if (stacks.length === 0) throw new Error('nothing was changed');
    return { manifest, templates, stacks };
  }

  /** Changes the untouched copy, on disk, and reads it again. */
  change(seed: Seed): Changed {
    const { manifest, templates, stacks } = this.seeded(seed);
    writeFileSync(join(this.folder, 'manifest.json'), manifest);
    for (const [id, file] of this.files) writeFileSync(join(this.folder, file), templates.get(id) ?? '');
    return { assembly: readAssembly(this.folder), stacks };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
