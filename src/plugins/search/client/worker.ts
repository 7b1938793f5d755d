import {fetchJson} from './fetch-json';
import type {Question, Reply} from './messages';
import {Shelf} from './shelf';

/** The embedded search off the page's own thread, so that typing never waits for it. */

let shelf: Shelf | null = null;

function answer(question: Question): Promise<unknown> {
  if (question.ask === 'start') {
    const {base, latest} = question;
    shelf = new Shelf((file) => fetchJson(base, file), latest);
    return Promise.resolve(true);
  }
  if (!shelf) return Promise.reject(new Error('the search worker was asked before it was started'));
  if (question.ask === 'warm') return shelf.warm(question.version);
  if (question.ask === 'whenComplete') return shelf.whenComplete(question.request);
  return question.ask === 'help' ? shelf.help(question.request) : shelf.search(question.request);
}

addEventListener('message', ({data}: MessageEvent<Question>) => {
  answer(data).then(
    (value) => postMessage({id: data.id, value} satisfies Reply),
    (error: unknown) => postMessage({id: data.id, error: String(error)} satisfies Reply),
  );
});
