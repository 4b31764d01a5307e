import { CHECKS } from '../../scripts/proof/checks';
import { findWhen } from './broken';

/** What no template should hold, and a stranger's may. */
const ODD: readonly (readonly [string, unknown])[] = [
  ['a number', 5],
  ['a list of nothing', []],
  ['nothing', null],
  ['a join of a number', { 'Fn::Join': 5 }],
  ['a substitution of a number', { 'Fn::Sub': 5 }],
  ['a selection of nothing', { 'Fn::Select': [] }],
  ['a split of nothing', { 'Fn::Split': null }],
  ['an attribute of nothing', { 'Fn::GetAtt': [] }],
  ['a reference to nobody', { Ref: 'Nobody' }],
];

test.each(ODD)('no check breaks on %s in a template', (_, odd) => {
  const broken: string[] = [];
  for (const check of CHECKS)
    for (const type of ['AWS::IAM::Policy', 'AWS::Lambda::Function'])
      try {
        findWhen(check, type, (resource) => {
          for (const property of Object.keys(resource.Properties)) resource.Properties[property] = odd;
        });
      } catch (error) {
        broken.push(`${check.id} of ${type}: ${(error as Error).message}`);
      }
  expect(broken).toEqual([]);
});
