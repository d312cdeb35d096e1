import { enabled } from './faults.js';
import { Problem, unavailable } from './problem.js';

// Calls to the services behind the storefront.

const TIMEOUT_MILLIS = 3_000;
const CHECKOUT_ATTEMPTS = 10;

export class Upstream {
  constructor(system, baseUrl) {
    this.system = system;
    this.baseUrl = baseUrl.replace(/\/+$/, '');
  }

  async get(path, trace) {
    return this.#call(path, { headers: trace.headersForNextHop() });
  }

  async post(path, body, trace) {
    const request = {
      method: 'POST',
      headers: { ...trace.headersForNextHop(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    if (enabled('storefront-checkout-retried')) {
      return this.#insist(path, request);
    }
    return this.#call(path, request);
  }

  // A customer who wants to pay should not be lost to a hiccup.
  async #insist(path, request) {
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await this.#call(path, request);
        if (answer.status < 500 || attempt === CHECKOUT_ATTEMPTS) {
          return answer;
        }
      } catch (problem) {
        if (attempt === CHECKOUT_ATTEMPTS) {
          throw problem;
        }
      }
    }
  }

  async #call(path, request) {
    const signal = enabled('storefront-no-timeout')
      ? undefined
      : AbortSignal.timeout(TIMEOUT_MILLIS);
    let response;
    let text;
    try {
      response = await fetch(this.baseUrl + path, { ...request, signal, redirect: 'manual' });
      text = await response.text();
    } catch (error) {
      console.log(`${this.system}: ${path} failed: ${error.cause ?? error}`);
      throw unavailable(this.system);
    }
    try {
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    } catch {
      throw this.unexpected(response.status);
    }
  }

  unexpected(status) {
    console.log(`${this.system}: unexpected ${status}`);
    return status === 503
      ? unavailable(this.system)
      : new Problem(502, 'upstream-failed', `${this.system} gave an answer that we cannot use.`);
  }
}
