import {jest} from '@jest/globals';

// A real browser on a busy machine now and then misses a time limit. A test that fails is tried once more, and said to have
// been: what fails twice is broken.
jest.retryTimes(1, {logErrorsBeforeRetry: true});
