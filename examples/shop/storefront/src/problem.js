// An answer that is not the one the browser hoped for: RFC 9457 problem details.

const TITLES = {
  'invalid-request': 'The request is not valid',
  'malformed-json': 'The body is not JSON',
  'not-found': 'There is no such thing here',
  'method-not-allowed': 'This method is not allowed here',
  'too-large': 'The body is too large',
  'unsupported-media-type': 'This media type is not supported',
  'payment-declined': 'The payment was declined',
  'out-of-stock': 'There is not enough stock',
  unprocessable: 'The request cannot be processed',
  'upstream-failed': 'A service we need gave an unexpected answer',
  unavailable: 'A service we need does not answer',
  internal: 'Something went wrong on our side',
};

export class Problem extends Error {
  constructor(status, kind, detail, { errors, headers } = {}) {
    super(detail);
    this.status = status;
    this.kind = kind;
    this.errors = errors;
    this.headers = headers ?? {};
  }

  toJSON() {
    return {
      type: `https://shop.example/problems/${this.kind}`,
      title: TITLES[this.kind],
      status: this.status,
      detail: this.message,
      errors: this.errors,
    };
  }
}

export const invalid = (errors) =>
  new Problem(400, 'invalid-request', errors[0].detail, { errors });

export const notFound = (detail) => new Problem(404, 'not-found', detail);

export const unavailable = (system) =>
  new Problem(503, 'unavailable', `${system} does not answer; try again later.`);
