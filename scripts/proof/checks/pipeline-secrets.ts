import type { Check } from '../check';
import { everyValue, listAt, textAt, valueAt } from '../json-at';
import { findInPipelines, type Pipeline } from '../pipeline-definition';

const NAME = /(password|passwd|secret|api_?key|access_?key|private_?key|credential|auth_?token|bearer)/i;
/** Access keys of AWS, private keys, tokens of GitHub, and passwords within URLs. */
const VALUE =
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_[A-Za-z0-9]{36}|:\/\/[^/\s:@]+:[^/\s:@]+@/;

export const pipelineSecrets: Check = {
  id: 'pipeline-secrets',
  rule: 'No secret stands in a pipeline: parameters, environments and arguments are shown to everyone who may describe it (S-12).',
  find: (assembly) => findInPipelines(assembly, (pipeline) => [...namedSecrets(pipeline), ...values(pipeline)]),
};

function namedSecrets({ document, steps }: Pipeline): readonly string[] {
  const parameters = listAt(document, 'Parameters').map((each) => textAt(each, 'Name'));
  // A member that the API names so, such as a secret's ARN for a private registry, is none itself.
  const given = steps
    .flatMap(({ own }) => everyValue(own))
    .filter(([key]) => ['Environment', 'HyperParameters', 'StaticHyperParameters'].includes(key));
  const names = [...parameters, ...given.flatMap(([, value]) => Object.keys(Object(value)))];
  const flags = steps
    .flatMap(({ args }) => listAt(valueAt(args, 'AppSpecification'), 'ContainerArguments'))
    .map(String);
  return [...names, ...flags.filter((flag) => flag.startsWith('--'))]
    .filter((name) => NAME.test(name))
    .map((name) => `${name} is the name of a secret: pass the name of an entry of Secrets Manager instead`);
}

function values({ document }: Pipeline): readonly string[] {
  return everyValue(document)
    .filter(([, value]) => typeof value === 'string' && VALUE.test(value))
    .map(([key]) => `${key} holds a secret in plain text`);
}
