import type { Assembly, Placed } from '../assembly';
import { DERIVED_FOLDERS, NAMED_IN_TEXT, RUN_TIME_RESOURCES } from '../facts/iam-exceptions';
import { resourcesOf } from '../resources-of';
import { arnsOverlap, partsOf } from './arn';
import { ResourceNames } from './resource-names';

/** What there is, by all templates of an assembly and by what services are known to make. */
export class KnownNames {
  private readonly arns: readonly string[];
  /** What stands in templates outside of policies. */
  private readonly text: string;
  private readonly judged = new Map<string, string[]>();

  public constructor(assembly: Assembly) {
    const names = new ResourceNames(assembly);
    const all = resourcesOf(assembly);
    const stacks = assembly.stacks.map(({ region, name }) => `arn:aws:cloudformation:${region}:*:stack/${name}/*`);
    this.arns = [...all.flatMap((each) => names.arnsOf(each)), ...stacks];
    const texts = all.filter(holdsNoPolicy).map(({ Properties }) => JSON.stringify(Properties));
    this.text = texts.join('\n');
  }

  /** Why an ARN, or a pattern of ARNs, names nothing; empty if it names something. */
  public wrongWith(arn: string): string[] {
    const found = this.judged.get(arn) ?? this.judge(arn);
    this.judged.set(arn, found);
    return found;
  }

  /** Whether a template uses a name outside of policies: as a whole, not within another one. */
  public mentions(name: string): boolean {
    return new RegExp(`(?<![\\w-])${name.replace(/[.+^$(){}|[\]\\*?]/g, '\\$&')}(?![\\w-])`).test(this.text);
  }

  private judge(arn: string): string[] {
    const [, , service = '', , , name = ''] = partsOf(arn) ?? [];
    const short = `${service}:${name}`;
    if (RUN_TIME_RESOURCES.some(({ matches }) => matches.test(short))) return [];
    const [, , written] = NAMED_IN_TEXT.exec(short) ?? [];
    if (written && this.mentions(written.replace(/-?\*$/, ''))) return [];
    if (!this.arns.some((each) => arnsOverlap(arn, each)))
      return [`${arn} is nothing that a template holds or a service is known to make`];
    const folders = service === 's3' ? name.split('/').slice(1) : [];
    return folders
      .filter((folder) => !/[*?]|^$/.test(folder) && !(folder in DERIVED_FOLDERS) && !this.mentions(folder))
      .map((folder) => `no template mentions a folder ${folder}, as in ${arn}`);
  }
}

function holdsNoPolicy({ Type }: Placed): boolean {
  return !/^AWS::IAM::|Policy$/.test(Type);
}
