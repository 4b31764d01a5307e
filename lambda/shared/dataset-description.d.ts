/** The resolved dataset, put into the bundle when it is built: its only name in the code of a Lambda. */
declare module 'dataset-description' {
  const dataset: import('../../lib/config/dataset').Dataset;
  export default dataset;
}
