import { createHash } from 'node:crypto';
import { ServiceError, validationException } from '../service-error';
import { BILL, type BilledLine, ESTIMATED_FROM, TAG_STATES } from './bill';
import type { CostQuestion, Filter, Grouping } from './cost-question';

/** Groups on a page: few enough that a review of the bill needs two. */
const PAGE = 10;
const DECIMALS = 10;
const UNIT = 'USD';

interface Row {
  readonly span: Span;
  readonly keys: readonly string[];
  readonly amount: bigint;
}
interface Span {
  readonly Start: string;
  readonly End: string;
}

/** AWS Cost Explorer over a bill that is written down: its groupings, filters, pages and activation of tags. */
export class CostExplorer {
  private readonly states = new Map(Object.entries(TAG_STATES));

  constructor(private readonly bill: readonly BilledLine[] = BILL) {}

  costAndUsage({ NextPageToken, ...question }: CostQuestion): object {
    const { TimePeriod, GroupBy, Filter } = question;
    if (TimePeriod.Start >= TimePeriod.End)
      throw validationException('Start date (and hour) should be before end date (and hour)');
    const spans = spansOf(question);
    const lines = this.bill.filter((line) => Filter === undefined || passes(line, Filter));
    const within = (span: Span) => lines.filter(({ day }) => day >= span.Start && day < span.End);
    if (GroupBy.length === 0)
      return { ResultsByTime: spans.map((span) => ({ ...result(span, []), Total: metrics(sum(within(span))) })) };

    const rows = spans.flatMap((span) => grouped(span, within(span), GroupBy));
    const start = startOf(NextPageToken, question);
    const page = rows.slice(start, start + PAGE);
    const shown = spans.filter((span) => rows.length === 0 || page.some((row) => row.span === span));
    return {
      GroupDefinitions: GroupBy,
      ResultsByTime: shown.map((span) =>
        result(
          span,
          page.filter((row) => row.span === span),
        ),
      ),
      DimensionValueAttributes: [],
      ...(start + PAGE < rows.length && { NextPageToken: token(start + PAGE, question) }),
    };
  }

  tags({ TagKeys, Status }: { readonly TagKeys?: readonly string[]; readonly Status?: string }): object {
    const listed = [...this.states].filter(
      ([key, status]) => (TagKeys?.includes(key) ?? true) && (Status === undefined || status === Status),
    );
    return { CostAllocationTags: listed.map(([TagKey, status]) => ({ TagKey, Type: 'UserDefined', Status: status })) };
  }

  /** A key that no bill has met is an error of its own in an answer that is none. */
  activate(wanted: readonly { readonly TagKey: string; readonly Status: 'Active' | 'Inactive' }[]): object {
    for (const { TagKey, Status } of wanted) if (this.states.has(TagKey)) this.states.set(TagKey, Status);
    const unknown = wanted.filter(({ TagKey }) => !this.states.has(TagKey));
    return {
      Errors: unknown.map(({ TagKey }) => ({
        TagKey,
        Code: 'TagKeysNotFoundException',
        Message: 'Tag keys not found',
      })),
    };
  }
}

/** Days or calendar months, cut to the period. */
function spansOf({ TimePeriod: { Start, End }, Granularity }: CostQuestion): Span[] {
  const spans: Span[] = [];
  for (let from = Start; from < End; ) {
    const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
    const next = new Date(Granularity === 'DAILY' ? Date.UTC(year, month - 1, day + 1) : Date.UTC(year, month, 1));
    const to = next.toISOString().slice(0, 'yyyy-mm-dd'.length);
    spans.push({ Start: from, End: to < End ? to : End });
    from = to;
  }
  return spans;
}

function passes(line: BilledLine, filter: Filter): boolean {
  if ('And' in filter) return filter.And.every((each) => passes(line, each));
  if ('Not' in filter) return !passes(line, filter.Not);
  if ('Dimensions' in filter)
    return filter.Dimensions.Values.includes(keyOf(line, { Type: 'DIMENSION', ...filter.Dimensions }));
  const { Key, Values = [], MatchOptions = [] } = filter.Tags;
  return MatchOptions.includes('ABSENT') ? line.tags[Key] === undefined : Values.includes(line.tags[Key] ?? '');
}

function grouped(span: Span, lines: readonly BilledLine[], groupings: readonly Grouping[]): Row[] {
  const groups = new Map<string, BilledLine[]>();
  for (const line of lines) {
    const name = JSON.stringify(groupings.map((grouping) => keyOf(line, grouping)));
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return [...groups].sort().map(([name, own]) => ({ span, keys: JSON.parse(name), amount: sum(own) }));
}

/** Tags as `name$value`, an absent one as `name$`; dimensions as they are. */
function keyOf(line: BilledLine, { Type, Key }: Pick<Grouping, 'Type' | 'Key'>): string {
  if (Type === 'TAG') return `${Key}$${line.tags[Key] ?? ''}`;
  return Key === 'SERVICE' ? line.service : line.recordType;
}

function result(span: Span, rows: readonly Row[]): object {
  const Groups = rows.map(({ keys, amount }) => ({ Keys: keys, Metrics: metrics(amount) }));
  return { TimePeriod: span, Total: {}, Groups, Estimated: span.End > ESTIMATED_FROM };
}

function metrics(amount: bigint): object {
  const digits = String(amount < 0n ? -amount : amount).padStart(DECIMALS + 1, '0');
  const Amount = `${amount < 0n ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
  return { UnblendedCost: { Amount, Unit: UNIT } };
}

function sum(lines: readonly BilledLine[]): bigint {
  return lines.reduce((total, { amount }) => total + BigInt(amount.replace('.', '')), 0n);
}

function token(start: number, question: object): string {
  return Buffer.from(`${start}:${fingerprint(question)}`).toString('base64url');
}

function startOf(given: string | undefined, question: object): number {
  if (given === undefined) return 0;
  const [, start, asked] = /^(\d+):(\w+)$/.exec(Buffer.from(given, 'base64url').toString()) ?? [];
  if (start === undefined) throw new ServiceError('InvalidNextTokenException', 'The pagination token is invalid.');
  if (asked !== fingerprint(question))
    throw new ServiceError('RequestChangedException', 'Your request parameters changed between pages.');
  return Number(start);
}

function fingerprint(question: object): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('hex');
}
