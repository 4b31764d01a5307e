import type { Assembly, Placed } from '../assembly';
import { bundleOf } from '../bundle';
import { about, type Check } from '../check';
import { RUNTIMES } from '../facts/runtimes';
import { listed, under } from '../leaves';
import { resourcesOf } from '../resources-of';

/** A function runs on a runtime that is supported, and finds the module and the function that it is told to run. */
export const handlerCode: Check = {
  id: 'handler-code',
  rule: 'The handler of every function is a module of its code that exports that name, in the language of a runtime that AWS still supports',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Lambda::Function').flatMap((lambda) =>
      faults(lambda, assembly).map((message) => about(lambda, message)),
    ),
};

function faults(lambda: Placed, assembly: Assembly): string[] {
  const { PackageType, Runtime, Handler, Architectures, Layers } = lambda.Properties;
  const architectures = listed(Architectures);
  const found =
    architectures.length > 1 || architectures.some((each) => each !== 'arm64' && each !== 'x86_64')
      ? [`runs on ${architectures.join(' and ')}; expected arm64 or x86_64`]
      : [];
  if (PackageType === 'Image') return found;
  if (!RUNTIMES.includes(String(Runtime)))
    found.push(`runs on ${Runtime}, which is not among the runtimes that AWS supports`);
  const bundle = bundleOf(lambda, assembly);
  // Without the code in the assembly, or with more of it in a layer, nobody can tell.
  if (!bundle || listed(Layers).length > 0 || typeof Handler !== 'string') return found;
  const name = Handler.split('.').at(-1) ?? '';
  if (bundle.file === undefined) return [...found, `has the handler ${Handler}, and its code has no such module`];
  const language = bundle.file.endsWith('.py') ? 'python' : 'nodejs';
  if (!String(Runtime).startsWith(language))
    found.push(`has the handler ${Handler} in ${bundle.file} and runs on ${Runtime}`);
  if (under(lambda.Properties, 'Code', 'ZipFile') === undefined && !bundle.exports(name))
    found.push(`has the handler ${Handler}, and ${bundle.file} exports no ${name}`);
  return found;
}
