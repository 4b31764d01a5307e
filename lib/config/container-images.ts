/**
 * Accounts that publish SageMaker's XGBoost image, by region. They cannot be guessed; from the SageMaker Python SDK,
 * `image_uri_config/xgboost.json` (release of August 2026).
 */
export const XGBOOST_ACCOUNTS: Readonly<Record<string, string>> = {
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

/** Accounts that publish Model Monitor's analyzer, by region; `image_uri_config/model-monitor.json` of the same release. */
const ANALYZER_ACCOUNTS: Readonly<Record<string, string>> = {
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

/** Accounts that publish Clarify's image, by region; `image_uri_config/clarify.json` of the same release. */
const CLARIFY_ACCOUNTS: Readonly<Record<string, string>> = {
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

/** Regions with both images that Model Monitor's four kinds of schedules run. */
export const MODEL_MONITOR_REGIONS = Object.keys(ANALYZER_ACCOUNTS).filter((region) => region in CLARIFY_ACCOUNTS);

/** One of AWS's own images: who publishes it where, and under which name. */
export interface PublishedImage {
  readonly accounts: Readonly<Record<string, string>>;
  readonly repository: string;
  /** @default - the newest */
  readonly version?: string;
}

/** Trains, scores, explains and serves: one version everywhere, since a model file is only sure to load where it was made. */
export const XGBOOST: PublishedImage = {
  accounts: XGBOOST_ACCOUNTS,
  repository: 'sagemaker-xgboost',
  version: '3.0-5',
};
/** Compares captured data and decisions with a baseline. */
export const ANALYZER: PublishedImage = {
  accounts: ANALYZER_ACCOUNTS,
  repository: 'sagemaker-model-monitor-analyzer',
};
/** Compares the bias and the explanations of decisions with a baseline. */
export const CLARIFY: PublishedImage = {
  accounts: CLARIFY_ACCOUNTS,
  repository: 'sagemaker-clarify-processing',
  version: '1.0',
};

/** The image's URI in `region`; `checkEnvironment` has refused regions without one. */
export function imageUri({ accounts, repository, version }: PublishedImage, region: string): string {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const tag = version === undefined ? '' : `:${version}`;
  return `${accounts[region]}.dkr.ecr.${region}.${suffix}/${repository}${tag}`;
}

/** The URI of the XGBoost image in `region`. */
export function xgboostImage(region: string): string {
  return imageUri(XGBOOST, region);
}
