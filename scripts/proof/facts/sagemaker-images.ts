type Accounts = Readonly<Record<string, string>>;

// The accounts that publish AWS's own images, by region: they cannot be guessed, and many public samples have wrong ones.
// SageMaker Python SDK, `image_uri_config/{xgboost,sklearn,model-monitor,clarify}.json` (release of August 2026).
const FRAMEWORKS: Accounts = {
  'af-south-1': '510948584623',
  'ap-east-1': '651117190479',
  'ap-northeast-1': '354813040037',
  'ap-northeast-2': '366743142698',
  'ap-northeast-3': '867004704886',
  'ap-south-1': '720646828776',
  'ap-south-2': '628508329040',
  'ap-southeast-1': '121021644041',
  'ap-southeast-2': '783357654285',
  'ap-southeast-3': '951798379941',
  'ap-southeast-4': '106583098589',
  'ca-central-1': '341280168497',
  'ca-west-1': '190319476487',
  'cn-north-1': '450853457545',
  'cn-northwest-1': '451049120500',
  'eu-central-1': '492215442770',
  'eu-central-2': '680994064768',
  'eu-north-1': '662702820516',
  'eu-south-1': '978288397137',
  'eu-south-2': '104374241257',
  'eu-west-1': '141502667606',
  'eu-west-2': '764974769150',
  'eu-west-3': '659782779980',
  'il-central-1': '898809789911',
  'me-central-1': '272398656194',
  'me-south-1': '801668240914',
  'sa-east-1': '737474898029',
  'us-east-1': '683313688378',
  'us-east-2': '257758044811',
  'us-gov-east-1': '237065988967',
  'us-gov-west-1': '414596584902',
  'us-west-1': '746614075791',
  'us-west-2': '246618743249',
};
const ANALYZER: Accounts = {
  'af-south-1': '875698925577',
  'ap-east-1': '001633400207',
  'ap-northeast-1': '574779866223',
  'ap-northeast-2': '709848358524',
  'ap-northeast-3': '990339680094',
  'ap-south-1': '126357580389',
  'ap-southeast-1': '245545462676',
  'ap-southeast-2': '563025443158',
  'ap-southeast-3': '669540362728',
  'ca-central-1': '536280801234',
  'cn-north-1': '453000072557',
  'cn-northwest-1': '453252182341',
  'eu-central-1': '048819808253',
  'eu-central-2': '590183933784',
  'eu-north-1': '895015795356',
  'eu-south-1': '933208885752',
  'eu-south-2': '437450045455',
  'eu-west-1': '468650794304',
  'eu-west-2': '749857270468',
  'eu-west-3': '680080141114',
  'il-central-1': '843974653677',
  'me-central-1': '588750061953',
  'me-south-1': '607024016150',
  'sa-east-1': '539772159869',
  'us-east-1': '156813124566',
  'us-east-2': '777275614652',
  'us-west-1': '890145073186',
  'us-west-2': '159807026194',
};
const CLARIFY: Accounts = {
  'af-south-1': '811711786498',
  'ap-east-1': '098760798382',
  'ap-northeast-1': '377024640650',
  'ap-northeast-2': '263625296855',
  'ap-northeast-3': '912233562940',
  'ap-south-1': '452307495513',
  'ap-southeast-1': '834264404009',
  'ap-southeast-2': '007051062584',
  'ap-southeast-3': '705930551576',
  'ca-central-1': '675030665977',
  'cn-north-1': '122526803553',
  'cn-northwest-1': '122578899357',
  'eu-central-1': '017069133835',
  'eu-central-2': '730335477804',
  'eu-north-1': '763603941244',
  'eu-south-1': '638885417683',
  'eu-west-1': '131013547314',
  'eu-west-2': '440796970383',
  'eu-west-3': '341593696636',
  'me-south-1': '835444307964',
  'sa-east-1': '520018980103',
  'us-east-1': '205585389593',
  'us-east-2': '211330385671',
  'us-gov-west-1': '598674086554',
  'us-west-1': '740489534195',
  'us-west-2': '306415355426',
};

/** Deep learning containers come from one account in most regions (SDK, `image_uri_config/pytorch.json`). */
const DEEP_LEARNING: Accounts = Object.fromEntries(
  ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-2'].map((region) => [
    region,
    '763104351884',
  ]),
);

const REPOSITORIES: Readonly<Record<string, Accounts>> = {
  'sagemaker-xgboost': FRAMEWORKS,
  'sagemaker-scikit-learn': FRAMEWORKS,
  'sagemaker-model-monitor-analyzer': ANALYZER,
  'sagemaker-clarify-processing': CLARIFY,
  'pytorch-training': DEEP_LEARNING,
  'pytorch-inference': DEEP_LEARNING,
};

/** Tags by repository, where they are few and known (the same files of the SDK); others have to be there, and not `latest`. */
const TAGS: Readonly<Record<string, RegExp>> = {
  'sagemaker-xgboost': /^(0\.90-[12]-cpu-py3|1\.0-1-cpu-py3|1\.(2-[12]|3-1|5-1|7-1)|3\.0-5|3\.2-0)$/,
  'sagemaker-scikit-learn': /^(0\.20\.0|0\.23-1|1\.0-1|1\.2-1)-cpu-py3$|^1\.4-2-(cpu-py3|py312-cpu-py3)$/,
  'sagemaker-clarify-processing': /^1\.0$/,
};

const URI =
  /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?)\/([a-z0-9._/-]+)(?::([\w.-]+)|@sha256:[0-9a-f]{64})?$/;

/** What is wrong with the URI of an image that a job in `region` of account 111111111111 runs; undefined if nothing is. */
export function imageProblem(image: string, region: string): string | undefined {
  const [, account, place, suffix, repository = '', tag] = URI.exec(image) ?? [];
  if (account === undefined) return 'is no URI of an image in ECR';
  if (place !== region) return `lies in ${place}, and the job runs in ${region}`;
  if ((suffix === 'amazonaws.com.cn') !== region.startsWith('cn-')) return `has the suffix ${suffix} in ${region}`;
  if (account === '111111111111') return undefined;
  const expected = REPOSITORIES[repository]?.[region];
  if (expected === undefined) return `is of a repository ${repository} that AWS does not publish in ${region}`;
  if (expected !== account) return `is of account ${account}, and AWS publishes ${repository} from ${expected} there`;
  const tags = TAGS[repository];
  if (tags !== undefined && (tag === undefined || !tags.test(tag)) && !image.includes('@sha256:'))
    return `has the tag ${tag}, which AWS has not published`;
  return tag === 'latest' ? 'has the tag latest, which changes under the model' : undefined;
}
