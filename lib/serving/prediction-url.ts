/** Output of the prediction stack that holds the API's URL, stage included. */
export const PREDICTION_URL_OUTPUT = 'PredictionApiUrl';
