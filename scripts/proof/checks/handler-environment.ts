import type { Assembly, Placed } from '../assembly';
import { bundleOf } from '../bundle';
import { about, type Check } from '../check';
import { ENVIRONMENT_KINDS } from '../facts/environment-kinds';
import { READ_BY_OTHERS } from '../facts/runtimes';
import { under } from '../leaves';
import { pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';

/** A handler is told all that it asks for, nothing that it does not, and names of what there is. */
export const handlerEnvironment: Check = {
  id: 'handler-environment',
  rule: 'Every environment variable that the code of a function reads is set, every one that is set is read, and each names a resource of the kind that its own name says',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Lambda::Function').flatMap((lambda) => {
      const variables =
        (under(lambda.Properties, 'Environment', 'Variables') as Record<string, unknown> | undefined) ?? {};
      return [
        ...contractFaults(lambda, variables, assembly),
        ...Object.entries(variables).flatMap(([name, value]) => valueFaults(name, value, lambda, assembly)),
      ].map((message) => about(lambda, message));
    }),
};

function contractFaults(lambda: Placed, variables: Readonly<Record<string, unknown>>, assembly: Assembly): string[] {
  const bundle = bundleOf(lambda, assembly);
  if (!bundle?.file) return [];
  const { needs, reads, numbers } = bundle;
  return [
    ...[...needs]
      .filter((name) => !(name in variables) && !READ_BY_OTHERS.test(name))
      .map((name) => `its code reads ${name}, which is not set`),
    ...Object.keys(variables)
      .filter((name) => !reads.has(name) && !READ_BY_OTHERS.test(name))
      .map((name) => `sets ${name}, which its code does not read`),
    ...[...numbers]
      .filter((name) => name in variables)
      .map((name) => [name, textOf(variables[name], lambda.stack, assembly)] as const)
      .filter(
        ([, text]) => !(text.trim() !== '' && Number(text) >= 0 && Number(text) < Infinity) && !text.includes('${'),
      )
      .map(
        ([name, text]) => `sets ${name} to ${JSON.stringify(text)}, which its code takes for a number of at least 0`,
      ),
  ];
}

function valueFaults(name: string, value: unknown, lambda: Placed, assembly: Assembly): string[] {
  const { text, open } = pointsTo(value, lambda.stack, assembly);
  if (open) return [];
  if (text === '') return [`sets ${name} to nothing, which counts as missing`];
  if (/(^|_)STACK(_NAME)?$/.test(name))
    return assembly.stacks.some((stack) => stack.name === text)
      ? []
      : [`sets ${name} to ${text}, the name of no stack`];
  if (/_UR[IL]$/.test(name) && !/QUEUE_URL$/.test(name)) return uriFaults(name, text, lambda, assembly);
  if (/NAMESPACE$/.test(name))
    return /^aws\//i.test(text) ? [`sets ${name} to ${text}; namespaces of AWS take no metrics of ours`] : [];
  const kind = ENVIRONMENT_KINDS.find((each) => each.name.test(name));
  if (!kind) return [];
  const parts = /S$/.test(name) ? text.split(',') : [typeof value === 'string' ? text : value];
  return parts.flatMap((part) => {
    const { resource, form } = pointsTo(part, lambda.stack, assembly, kind.kinds);
    const asked = kind.kinds.source.replaceAll(/[\^$]/g, '');
    if (!resource) return [`sets ${name} to ${text}, which names nothing in any template; expected ${asked}`];
    if (!kind.kinds.test(resource.Type))
      return [`sets ${name} to ${resource.logicalId}, a ${resource.Type}; expected ${asked}`];
    return form === 'any' || kind.forms.includes(form)
      ? []
      : [`sets ${name} to the ${form} of ${resource.logicalId}; expected its ${kind.forms.join(' or ')}`];
  });
}

function uriFaults(name: string, text: string, { stack }: Placed, assembly: Assembly): string[] {
  const bucket = /^s3:\/\/([^/]+)/.exec(text)?.[1];
  if (bucket === undefined)
    return /^https:\/\//.test(text)
      ? []
      : [`sets ${name} to ${text}; expected an address that begins with s3:// or https://`];
  const { resource, form } = pointsTo(bucket, stack, assembly);
  return resource?.Type === 'AWS::S3::Bucket' && form === 'name'
    ? []
    : [`sets ${name} to ${text}, in a bucket that no template makes`];
}
