/**
 * All of `tslib` that the application calls: `@docusaurus/utils-common`, which is no ES module, brings the whole library for
 * this.
 */
export const __importDefault = (module: {__esModule?: boolean}): object =>
  module.__esModule ? module : {default: module};
