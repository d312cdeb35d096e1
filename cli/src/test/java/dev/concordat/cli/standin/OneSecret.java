package dev.concordat.cli.standin;

import dev.concordat.conform.talk.Credentials;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.SecurityKind;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The one user of a stand-in: knows its secret, whatever the scheme.
record OneSecret(String secret) implements Credentials {
  @Override
  public int users() {
    return 1;
  }

  @Override
  public HttpRequestMessage sign(
      HttpOperation operation, HttpRequestMessage request, Identity identity) {
    return switch (identity) {
      case Identity.User ignored -> signed(operation, request, secret);
      case Identity.Wrong() -> signed(operation, request, "not-" + secret);
      case Identity.Anonymous() -> request;
      case Identity.AsWritten() -> request;
    };
  }

  private static HttpRequestMessage signed(
      HttpOperation operation, HttpRequestMessage request, String secret) {
    HttpRequestMessage signed = request;
    for (SecurityNeed need :
        operation.security().stream().findFirst().orElseGet(List::<SecurityNeed>of)) {
      if (need.carrier().isPresent()) {
        signed = with(signed, need, need.carrier().get(), secret);
      }
    }
    return signed;
  }

  private static HttpRequestMessage with(
      HttpRequestMessage request, SecurityNeed need, SecurityNeed.Carrier carrier, String secret) {
    String written =
        need.kind() == SecurityKind.BASIC
            ? Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))
            : secret;
    if (carrier.in() == ParameterLocation.QUERY) {
      String mark = request.target().contains("?") ? "&" : "?";
      return new HttpRequestMessage(
          request.method(),
          request.target() + mark + carrier.name() + "=" + written,
          request.headers(),
          request.body());
    }
    List<Header> headers = new ArrayList<>(request.headers());
    headers.removeIf(header -> header.name().equalsIgnoreCase(carrier.name()));
    headers.add(
        carrier.in() == ParameterLocation.COOKIE
            ? new Header("Cookie", carrier.name() + "=" + written)
            : new Header(carrier.name(), carrier.prefix() + written));
    return new HttpRequestMessage(request.method(), request.target(), headers, request.body());
  }

  @Override
  public boolean renew(Identity identity) {
    return false;
  }
}
