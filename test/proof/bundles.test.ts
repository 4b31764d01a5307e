import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOf } from '../../scripts/proof/bundle';

const LAMBDA = 'AWS::Lambda::Function';

describe('a bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What is read from code that stands in a file of its own. */
  const given = (name: string, text: string) => {
    const asset = `asset.${name.replaceAll('.', '-')}-${text.length}`;
    mkdirSync(join(folder, asset), { recursive: true });
    writeFileSync(join(folder, asset, name), text);
    const destinations = { here: { objectKey: 'code.zip' } };
    writeFileSync(
      join(folder, 'One.assets.json'),
      JSON.stringify({ files: { a: { source: { path: asset }, destinations } } }),
    );
    const stack = {
      id: 'One',
      name: 'one',
      region: 'us-east-1',
      terminationProtection: false,
      template: {},
      resources: [],
    };
    const Properties = { Handler: 'index.handler', Code: { S3Key: 'code.zip' } };
    return bundleOf({ Type: LAMBDA, Properties, stack, logicalId: 'F', path: '' }, { folder, stacks: [stack] });
  };

  test.each([
    ['index.mjs', 'export const handler=()=>process.env.TABLE'],
    ['index.mjs', 'const h=async()=>process.env["TABLE"];export{h as handler}'],
    ['index.mjs', 'var L=["TABLE"];function r(t,e=process.env){return t.map(n=>e[n])}var x=r(L);export{x as handler}'],
    ['index.js', 'exports.handler=()=>process.env.TABLE.trim()'],
    ['index.py', 'import os\ndef handler(event, context):\n  return os.environ["TABLE"]'],
  ])('needs what it reads: %s %s', (name, text) => {
    const found = given(name, text);
    expect(found?.needs).toContain('TABLE');
    expect(found?.exports('handler')).toBe(true);
    expect(found?.exports('main')).toBe(false);
  });

  test.each([
    ['index.mjs', 'export const handler=()=>process.env.TABLE??"t"'],
    ['index.mjs', 'const{TABLE:t="x"}=process.env;'],
    ['index.mjs', 'var k="TABLE";const f=()=>process.env[k];'],
    ['index.py', 'import os\nos.environ.get("TABLE")'],
  ])('does not need what it reads with a default: %s %s', (name, text) => {
    const found = given(name, text);
    expect([...(found?.needs ?? [])]).toEqual([]);
    expect(found?.reads).toContain('TABLE');
  });
});
