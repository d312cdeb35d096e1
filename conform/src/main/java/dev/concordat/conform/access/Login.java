package dev.concordat.conform.access;

import dev.concordat.model.exchange.Header;
import java.util.List;

/// A call that answers with a token.
///
/// @param method `POST` nearly always
/// @param url absolute, or a path at the provider
/// @param body as it is sent; its media type is one of {@code headers}, else `application/json`
/// @param pointer where in the JSON answer the token stands (RFC 6901): `/access_token`
public record Login(String method, String url, List<Header> headers, String body, String pointer) {
  public Login {
    headers = List.copyOf(headers);
  }

  /// Passwords are not for logs.
  @Override
  public String toString() {
    return "Login[" + method + " " + url + "]";
  }
}
