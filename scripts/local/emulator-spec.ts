import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { PROJECT } from './project-folder';

/** What the emulator has to know of a CloudFormation type that it does not provide itself. */
export interface ResourceShape {
  /** Properties or attributes that make the primary identifier, which is what `Ref` gives. */
  readonly id: readonly string[];
  /** What `Fn::GetAtt` gives. */
  readonly attrs: readonly string[];
  /** Such as `arn:${Partition}:sagemaker:${Region}:${Account}:model/${ModelName}`. */
  readonly arn?: string;
  /** Properties whose change replaces the resource. */
  readonly repl: readonly string[];
}

const PACKAGE = join(PROJECT, 'node_modules', '@aws-cdk', 'aws-service-spec', 'package.json');

/** Path of a file with the shape of every CloudFormation type, written once for each version of the specification. */
export function emulatorSpec(folder = join(PROJECT, '.local')): string {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
  const file = join(folder, `cfn-spec-${version}.json`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    // Several runs may start at once: none may read half a file.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(resourceShapes()));
    renameSync(draft, file);
  }
  return file;
}

/** The shape of every CloudFormation type, by its name. */
function resourceShapes(): Record<string, ResourceShape> {
  const types = loadAwsServiceSpecSync().all('resource');
  return Object.fromEntries(
    types.map(({ cloudFormationType, primaryIdentifier, attributes, arnTemplate, properties }) => {
      const repl = Object.keys(properties).filter((name) => properties[name]?.causesReplacement === 'yes');
      return [
        cloudFormationType,
        { id: primaryIdentifier ?? [], attrs: Object.keys(attributes), arn: arnTemplate, repl },
      ];
    }),
  );
}
