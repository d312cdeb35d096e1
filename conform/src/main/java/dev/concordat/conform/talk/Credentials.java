package dev.concordat.conform.talk;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;

/// Puts on a request what shows as whom it is sent. Thread-safe.
public interface Credentials {
  /// How many users with credentials of their own there are.
  int users();

  /// The request as it goes out. {@link Identity.AsWritten} leaves it alone.
  HttpRequestMessage sign(HttpOperation operation, HttpRequestMessage request, Identity identity);

  /// Gets new credentials after an answer 401, where they can be got: a login call, a token endpoint.
  ///
  /// @return whether there are new ones, so that sending again makes sense
  boolean renew(Identity identity);

  /// Nobody is known: every request goes out as it is.
  Credentials NONE =
      new Credentials() {
        @Override
        public int users() {
          return 0;
        }

        @Override
        public HttpRequestMessage sign(
            HttpOperation operation, HttpRequestMessage request, Identity identity) {
          return request;
        }

        @Override
        public boolean renew(Identity identity) {
          return false;
        }
      };
}
