import type { Assembly, Stack } from '../assembly';
import type { Check, Finding } from '../check';
import { ABOUT_SECRETS, SECRET_NAME, SECRET_SHAPES } from '../facts/secret-shapes';
import { isRandom, isWord } from '../looks-secret';
import { type Setting, settingsIn } from '../settings';
import { referencesOf } from '../tolerant-reading';
import { isTrue, valueAt } from '../value-at';

/** Texts that only say where something is, or how it is found at run time. */
const PLACE = /^(arn:|s3:|https?:|alias\/|\/|\.|\$|States\.|\{\{resolve:)/;
const SHORTEST = 4;

export const noSecrets: Check = {
  id: 'no-secrets',
  rule: 'No secret stands in a template: not in an environment variable, argument, parameter, output, pipeline or state machine (S-12).',
  find: (assembly) =>
    assembly.stacks.flatMap((stack) => [
      ...stack.resources.flatMap(({ logicalId, Type, Properties }) =>
        settingsIn(Properties, stack, assembly).flatMap((setting) =>
          faults(setting, Type, stack, assembly).map((message) => found(stack, logicalId, message)),
        ),
      ),
      ...parameters(stack),
      ...Object.entries((stack.template.Outputs ?? {}) as object).flatMap(([logicalId, output]) =>
        settingsIn({ [logicalId]: valueAt(output, 'Value') }, stack, assembly).flatMap((setting) =>
          faults({ ...setting, toCode: true }, '', stack, assembly).map((message) => found(stack, logicalId, message)),
        ),
      ),
    ]),
};

function faults({ name, text, value, toCode }: Setting, type: string, stack: Stack, assembly: Assembly): string[] {
  const shapes = SECRET_SHAPES.filter(({ shape }) => shape.test(text)).map(
    ({ what }) => `S-12: ${name} holds ${what}; it belongs into a secret that is read at run time`,
  );
  if (shapes.length > 0) return shapes;
  if (toCode && /\{\{resolve:(secretsmanager|ssm-secure):/.test(text))
    return [
      `S-12: ${name} is filled in from a secret at deployment, and can be read by everybody who may see the configuration`,
    ];
  const hidden = referencesOf(value, stack, assembly).filter(
    (each) =>
      each.attribute === 'SecretAccessKey' || (each.attribute === 'Ref' && isHidden(each.stack, each.logicalId)),
  );
  if (hidden.length > 0 && (toCode || type === 'AWS::SSM::Parameter'))
    return [`S-12: ${name} shows ${hidden.map(({ logicalId }) => logicalId).join(', ')}, which is meant to be hidden`];
  if (
    text.length < SHORTEST ||
    PLACE.test(text) ||
    /^\{|\$\{/.test(text) ||
    referencesOf(value, stack, assembly).length > 0
  )
    return [];
  if (type === 'AWS::SecretsManager::Secret' && name === 'SecretString')
    return ['S-12: SecretString is written down in the template; AWS has to generate it'];
  if (SECRET_NAME.test(name) && !ABOUT_SECRETS.test(name) && !isWord(text))
    return [`S-12: ${name} is written down; a secret is read at run time, by its ARN`];
  return toCode && isRandom(name, text)
    ? [`S-12: ${name} looks random, as a secret does; a secret is read at run time, by its ARN`]
    : [];
}

function isHidden({ template }: Stack, parameter: string): boolean {
  return isTrue(valueAt(template, 'Parameters', parameter, 'NoEcho'));
}

function parameters(stack: Stack): Finding[] {
  return Object.entries((stack.template.Parameters ?? {}) as object).flatMap(([name, parameter]) => {
    const hidden = isHidden(stack, name);
    const promises = SECRET_NAME.test(name) && !ABOUT_SECRETS.test(name);
    if (promises && !hidden)
      return [
        found(stack, name, 'S-12: the parameter is a secret by its name and shown to everybody; NoEcho has to be true'),
      ];
    const preset = String(valueAt(parameter, 'Default') ?? '');
    const shape = SECRET_SHAPES.find(({ shape }) => shape.test(preset));
    if (shape) return [found(stack, name, `S-12: the parameter's Default holds ${shape.what}`)];
    return hidden && preset !== ''
      ? [found(stack, name, 'S-12: the parameter is hidden, but its Default is written down')]
      : [];
  });
}

function found(stack: Stack, logicalId: string, message: string): Finding {
  return { stack: stack.id, logicalId, message };
}
