import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emulatorSpec, type ResourceShape } from '../../../scripts/local/emulator-spec';

describe('emulatorSpec', () => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-spec-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('tells identifier, attributes, ARN and replacing properties of a type', () => {
    const shapes = JSON.parse(readFileSync(emulatorSpec(folder), 'utf8')) as Record<string, ResourceShape>;

    expect(shapes['AWS::SageMaker::Model']).toMatchObject({
      id: ['ModelArn'],
      attrs: expect.arrayContaining(['ModelArn', 'ModelName']),
      arn: expect.stringContaining(':model/'),
      repl: expect.arrayContaining(['ExecutionRoleArn']),
    });
  });

  test('is written once for a version of the specification', () => {
    const written = statSync(emulatorSpec(folder)).mtimeMs;

    expect(statSync(emulatorSpec(folder)).mtimeMs).toBe(written);
  });
});
