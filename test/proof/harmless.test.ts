import { CHECKS } from '../../scripts/proof/checks';
import { checksDetector } from '../../scripts/proof/mutations/detector';
import type { Seed } from '../../scripts/proof/mutations/fault';
import { isObject, type Json } from '../../scripts/proof/mutations/json';
import { trialsIn } from '../../scripts/proof/mutations/run';
import { WAIVERS } from '../../scripts/proof/waivers';
import { ASSEMBLIES } from './broken';

/** Gives the first resource of a type another value of a property. */
function changed(stack: string, type: string, property: string, value: Json): Seed {
  return (templates) => {
    const resources = Object.values(templates[stack]?.Resources ?? {});
    const found = resources.find((each) => isObject(each) && each.Type === type);
    if (!isObject(found) || !isObject(found.Properties)) throw new Error(`${stack} has no ${type}`);
    found.Properties[property] = value;
  };
}

const HARMLESS: readonly (readonly [string, Seed])[] = [
  ["a function's description", changed('Training', 'AWS::Lambda::Function', 'Description', 'Says it in other words')],
  ["a function's memory", changed('Training', 'AWS::Lambda::Function', 'MemorySize', 1280)],
  ["a role's description", changed('Training', 'AWS::IAM::Role', 'Description', 'Says it in other words')],
  ['how long logs are kept', changed('Training', 'AWS::Logs::LogGroup', 'RetentionInDays', 30)],
  ["an alarm's sentence", changed('Operations', 'AWS::CloudWatch::Alarm', 'AlarmDescription', 'In other words.')],
  ["a rule's description", changed('DataLake', 'AWS::Events::Rule', 'Description', 'Says it in other words')],
  ['how many workers a job has', changed('DataPreparation', 'AWS::Glue::Job', 'NumberOfWorkers', 3)],
];

const trials = trialsIn(ASSEMBLIES.sandbox.folder, [checksDetector(CHECKS, WAIVERS, 'sandbox')]);
afterAll(() => trials.close());

test.each(HARMLESS)('a change that does no harm is taken for no fault: %s', (title, seed) => {
  const outcome = trials.outcomeOf({ id: 'harmless', class: 'harmless', title, seed });
  expect(outcome).toMatchObject({ found: {} });
  expect(outcome.error).toBeUndefined();
});
