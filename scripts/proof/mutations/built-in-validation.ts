import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationValidatePlugin } from 'aws-cdk-lib/core';
import { RootConstruct } from 'constructs';
import type { Assembly } from '../assembly';
import type { Detector } from './detector';

/**
 * The validation that every `cdk synth` runs, with the rules and the exceptions that it runs them with; its engine starts
 * once. Warnings count, since `cdk synth --strict` fails on them.
 */
export function builtInValidation(): Detector {
  const plugin = new CloudFormationValidatePlugin();
  const appConstruct = new RootConstruct();
  return {
    name: 'built-in validation',
    find(assembly, stacks) {
      const stackTemplates = templatesOf(assembly)
        .filter(({ id }) => stacks.includes(id))
        .map(({ id, file, region }) => ({
          stackConstructPath: id,
          templatePath: file,
          accountId: undefined,
          region: region === '' ? undefined : region,
        }));
      const templatePaths = stackTemplates.map(({ templatePath }) => templatePath);
      const { violations } = plugin.validate({ templatePaths, stackTemplates, appConstruct });
      const stackOf = new Map(
        stackTemplates.map(({ templatePath, stackConstructPath }) => [templatePath, stackConstructPath]),
      );
      return violations.flatMap(({ ruleName, description, violatingResources }) =>
        violatingResources.map(
          ({ resourceLogicalId = '', templatePath = '' }) =>
            `${ruleName}  ${stackOf.get(templatePath)}/${resourceLogicalId}: ${description}`,
        ),
      );
    },
  };
}

function templatesOf({ folder, stacks }: Assembly): { id: string; file: string; region: string }[] {
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return stacks.map(({ id, region }) => ({
    id,
    region,
    file: join(folder, artifacts[id].properties?.templateFile ?? `${id}.template.json`),
  }));
}
