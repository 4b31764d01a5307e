import { bundleOf } from '../bundle';
import { about, type Check } from '../check';
import { list, record, valuesAt } from '../json';
import { resourcesOf } from '../resources-of';
import { textOf } from '../text-of';

/** A marker that is called otherwise than the rule thinks starts nothing. Where no code of ours writes, nobody can tell. */
export const ruleFilesAreWritten: Check = {
  id: 'rule-files-are-written',
  rule: 'The name of the file for which a rule on objects of S3 waits is one of which some function or resource of the templates speaks',
  find(assembly) {
    const code = resourcesOf(assembly, 'AWS::Lambda::Function').flatMap((each) => bundleOf(each, assembly)?.text ?? []);
    return resourcesOf(assembly, 'AWS::Events::Rule').flatMap((rule) => {
      const pattern = record(rule.Properties.EventPattern);
      if (!list(pattern.source).includes('aws.s3') || code.length === 0) return [];
      return valuesAt(pattern, 'detail.object.key')
        .flatMap((each) => (typeof each === 'string' ? [each] : ['wildcard', 'suffix'].map((key) => record(each)[key])))
        .map((key) => textOf(key, rule, assembly).split('/').at(-1) ?? '')
        .filter((file) => /\w{3}/.test(file) && !/[*?$]/.test(file) && !code.some((text) => says(text, file)))
        .map((file) => about(rule, `waits for a file called ${file}, of which no code speaks`));
    });
  },
};

/** The name by itself, and not as a part of a longer one. */
function says(text: string, file: string): boolean {
  const before = /^\w/.test(file) ? '(?<!\\w)' : '';
  return new RegExp(`${before}${file.replace(/\W/g, '\\$&')}(?!\\w)`).test(text);
}
