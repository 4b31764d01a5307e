import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { Assembly, Stack as Deployed } from '../assembly';
import type { Check, Finding } from '../check';

/** The rules of AWS Solutions and of Serverless, as cdk-nag has them; each is waived under its own name. */
export const cdkNag: Check = {
  id: 'cdk-nag',
  rule: 'what AWS Solutions and Serverless of cdk-nag ask of a template holds',
  find: ({ stacks }: Assembly) =>
    stacks.flatMap((stack) => {
      const text = JSON.stringify(stack.template);
      const known = judged.get(`${stack.id} ${text}`) ?? violations(stack, text);
      judged.set(`${stack.id} ${text}`, known);
      return known;
    }),
};

/** By stack and template: most of hundreds of seeded faults leave most stacks as they are. */
const judged = new Map<string, readonly Finding[]>();

function violations(deployed: Deployed, template: string): readonly Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'nag-'));
  try {
    const templateFile = join(folder, `${deployed.id}.json`);
    writeFileSync(templateFile, template);
    return violationsIn(deployed, templateFile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function violationsIn(deployed: Deployed, templateFile: string): Finding[] {
  const stack = new Stack(new App(), deployed.id);
  try {
    new CfnInclude(stack, 'Template', { templateFile });
  } catch (error) {
    return [
      { stack: deployed.id, logicalId: '', rule: 'template', message: `cannot be read: ${(error as Error).message}` },
    ];
  }
  return [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
    pack.validateScope(stack).violations.flatMap(({ ruleName, description, violatingResources }) => {
      // A rule on permissions names what it found in brackets.
      const [, rule = ruleName, detail] = /^([^[]+)\[(.*)\]$/.exec(ruleName) ?? [];
      const message = detail ? `${description} (${detail})` : description;
      // `Stack/Template/LogicalId`
      const place = ({ constructPath = '' }) => constructPath.split('/').at(-1) ?? '';
      return violatingResources.map((resource) => ({ stack: deployed.id, logicalId: place(resource), rule, message }));
    }),
  );
}
