import { faultsIn } from '../source-fault';

/** Faults of the scripts that Glue runs. */
export const PREPARATION_JOBS = [
  ...faultsIn('job scripts', 'scripts/jobs/preparation/curate.py', [
    ['infinity-kept', 'an infinite number passes', 'F.when(F.abs(number) < float("inf"), number)', 'number'],
    [
      'whole-numbers-rounded',
      'a whole number that a double cannot hold passes',
      '& (F.abs(number) <= LARGEST_WHOLE_NUMBER)',
      '& (F.abs(number) <= LARGEST_WHOLE_NUMBER * 1024)',
    ],
    [
      'range-without-ends',
      'the ends of a range count as outside',
      '~value.between(low, high), reason)',
      '~((value > low) & (value < high)), reason)',
    ],
    [
      'future-events',
      'an event long after its arrival passes',
      'value > arrived_at + F.expr("interval 1 day"), reason)',
      'value > arrived_at + F.expr("interval 400 days"), reason)',
    ],
    [
      'unmasked',
      'personal data stand in the lake as they came',
      'values.append(masked(value) if column["role"] == "personal" else filled(column, value))',
      'values.append(filled(column, value))',
    ],
    [
      'hashed-not-keyed',
      'masked values can be guessed by hashing',
      'return F.sha2(F.concat(F.col("_outer"), inner), 256)',
      'return F.sha2(text.cast("binary"), 256)',
    ],
    [
      'limit-ignored',
      'a delivery of nothing but bad rows ends as a success',
      'if refused > limit * total:',
      'if refused > total:',
    ],
    [
      'written-before-the-limit',
      'a refused delivery leaves no quarantine',
      'reasons = self.quarantine(rows.where(F.col("_refused").isNotNull())) if refused else {}',
      'reasons = {}',
    ],
    [
      'old-quarantine-stays',
      'rows that are good by now stay in quarantine',
      '        if not refused:\n            self.lake.remove(self.request.quarantine)\n',
      '',
    ],
    ['empty-delivery', 'a delivery without rows ends as a success', 'if total == 0:', 'if total < 0:'],
    [
      'oldest-record',
      'the store gets the oldest record of an entity',
      'F.max(F.struct(event_time, *features)).alias("_latest")',
      'F.min(F.struct(event_time, *features)).alias("_latest")',
    ],
    ['ids-by-file', 'rows of two files get the same ids', 'F.concat("_stem", number)', 'number'],
    [
      'parts-too-large',
      'a part has more records than one call can take',
      '"maxRecordsPerFile": RECORDS_IN_A_PART',
      '"maxRecordsPerFile": RECORDS_IN_A_PART * 100',
    ],
    [
      'one-hot-misspelt',
      'a category is encoded by another value',
      'return (value == feature["value"]).cast("bigint")',
      'return (value != feature["value"]).cast("bigint")',
    ],
    [
      'days-reversed',
      'days before the event are days after it',
      'F.datediff(event_time, value)',
      'F.datediff(value, event_time)',
    ],
  ]),
  ...faultsIn('job scripts', 'scripts/jobs/preparation/build_datasets.py', [
    [
      'split-by-row',
      'one entity stands in training and in test',
      'digest = F.sha2(keys[0], 256)',
      'digest = F.sha2(F.concat(F.col(keys[0]), F.col(keys[1]).cast("string")), 256)',
    ],
    [
      'test-in-training',
      'rows of the test split are trained on',
      'split.otherwise("test")',
      'split.otherwise("train")',
    ],
    [
      'unlabelled-written',
      'rows without a label are written',
      'written = F.col(dataset["target"]["name"]).isNotNull() & F.col("_split").isNotNull()',
      'written = F.col("_split").isNotNull()',
    ],
    [
      'too-few-rows',
      'a split without a class passes',
      'if counts[label] < FEWEST_OF_A_CLASS:',
      'if counts[label] < 0:',
    ],
    [
      'histogram-of-all',
      'the baseline knows the test rows',
      '        if split == "train":\n            histograms.add(text)\n        elif split == "test":',
      '        histograms.add(text)\n        if split == "test":',
    ],
    [
      'missing-as-text',
      'a missing number is written as a text',
      'F.lit("")) for value in values))',
      'F.lit("null")) for value in values))',
      'features are never missing there: the job refuses such rows before it writes any',
    ],
    [
      'label-last',
      'the label stands where a feature should',
      'for name in (target, *features)]',
      'for name in (*features, target)]',
    ],
  ]),
  ...faultsIn('job scripts', 'scripts/jobs/preparation/outcomes.py', [
    [
      'oldest-outcome',
      'the first of several outcomes counts',
      'F.max(F.when(is_outcome & label',
      'F.min(F.when(is_outcome & label',
    ],
    [
      'feedback-is-an-outcome',
      'mere feedback becomes a label',
      'is_outcome & label.isNotNull(), F.struct',
      'is_outcome, F.struct',
    ],
    [
      'delivered-over-logged',
      'features that the model never saw are trained on',
      'F.coalesce(f"_logged._row.{name}", f"_delivered._row.{name}")',
      'F.coalesce(f"_delivered._row.{name}", f"_logged._row.{name}")',
    ],
    [
      'nan-is-zero',
      'a NaN in the log becomes 0',
      '"allowNonNumericNumbers": "false"',
      '"allowNonNumericNumbers": "true"',
    ],
  ]),
];
