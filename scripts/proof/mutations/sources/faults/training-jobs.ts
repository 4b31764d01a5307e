import { faultsIn } from '../source-fault';

/** Faults of the scripts that SageMaker runs. */
export const TRAINING_JOBS = [
  ...faultsIn('job scripts', 'scripts/jobs/training/train.py', [
    [
      'metric-misspelt',
      'the tuner finds no value of its metric',
      'print(f"objective:auc={roc_auc(',
      'print(f"objective_auc={roc_auc(',
    ],
    [
      'metric-of-training',
      'the tuner maximises what the model does on rows it has seen',
      'roc_auc(validation.labels, scores)',
      'roc_auc(train.labels, booster.predict(xgb.DMatrix(train.features)))',
    ],
    [
      'last-round-saved',
      'the model of the last round is saved, not that of the best',
      'save_best=True',
      'save_best=False',
    ],
    ['ties-lost', 'equal scores count in the order of rows', '.rank().to_numpy()', '.rank(method="first").to_numpy()'],
    [
      'infinite-cells',
      'an infinite feature is trained on',
      'not_finite = np.argwhere(~np.isfinite(numbers))',
      'not_finite = np.argwhere(np.isnan(numbers))',
    ],
    ['one-class', 'rows of one class are trained on', 'if len(classes) < 2:', 'if len(classes) < 1:'],
    [
      'no-inference-script',
      'the archive cannot serve in script mode',
      '    shutil.copy(Path(__file__).with_name("inference.py"), folder / "code" / "inference.py")\n',
      '',
    ],
    [
      'model-elsewhere',
      'the archive has no model where the container looks',
      'MODEL_FILE = "xgboost-model"',
      'MODEL_FILE = "model.ubj"',
    ],
    [
      'bias-of-standard-rows',
      'the linear model scores raw rows wrongly',
      'float(bias - weights @ mean)',
      'float(bias)',
    ],
    [
      'unknown-arguments',
      'an argument of the platform ends the training',
      'parser.parse_known_args(arguments)[0]',
      'parser.parse_args(arguments)',
    ],
  ]),
  ...faultsIn('job scripts', 'scripts/jobs/training/inference.py', [
    ['empty-cell-is-zero', 'a missing feature is scored as 0', 'float(cell or "nan")', 'float(cell or "0")'],
    ['infinite-scored', 'an infinite feature is scored', 'if math.isinf(value):', 'if value is None:'],
    ['width-unchecked', 'rows with too few features are scored', 'if len(cells) != width:', 'if len(cells) > width:'],
    [
      'version-untold',
      'nobody knows which version answered',
      'headers = {VERSION_HEADER: version} if version else {}',
      'headers: dict = {}',
    ],
    ['accept-ignored', 'a caller who takes JSON gets CSV', 'answer_type = preferred_type(accept)', 'answer_type = CSV'],
    [
      'refusal-as-success',
      'what cannot be scored is answered with 200',
      'status=refusal.status, headers',
      'status=200, headers',
    ],
  ]),
  ...faultsIn('job scripts', 'scripts/jobs/assessment/bias.py', [
    [
      'group-includes-the-limit',
      'the limit of a facet counts to the watched group',
      'return values < facet["below"] if',
      'return values <= facet["below"] if',
    ],
    [
      'groups-swapped',
      'the watched group is compared the wrong way round',
      'd = count(labels[inside], decisions[inside])',
      'd = count(labels[~inside], decisions[~inside])',
    ],
  ]),
  ...faultsIn('job scripts', 'scripts/jobs/assessment/__main__.py', [
    [
      'scores-of-another-model',
      'a model is explained by the scores of another',
      'if difference > SCORE_TOLERANCE:',
      'if difference > 2:',
    ],
    ['facets-of-other-rows', 'facets of other rows are taken', 'if len(cells) != rows:', 'if len(cells) < 0:'],
    ['groups-without-name', 'a group called NA is taken for missing', 'keep_default_na=False, ', ''],
  ]),
  ...faultsIn('job scripts', 'scripts/jobs/assessment/baseline.py', [
    ['buckets-of-ones', 'the baseline has no counts', '"count": float(count)', '"count": 1.0'],
    [
      'sketch-loses-items',
      'the sketch stands for fewer values than there are',
      'level = level[odd + len(levels) % 2 :: 2]',
      'level = level[odd + len(levels) % 2 :: 3]',
    ],
  ]),
];
