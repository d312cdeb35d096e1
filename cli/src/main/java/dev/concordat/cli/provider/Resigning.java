package dev.concordat.cli.provider;

import dev.concordat.conform.access.UserCredentials;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.wire.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Puts credentials into a kept request where secrets were taken out of its headers: those of a user, or such as nobody has.
final class Resigning {
  private static final String NOBODYS = "concordat";

  private Resigning() {}

  static HttpRequestMessage of(HttpRequestMessage request, Optional<UserCredentials> user) {
    List<Header> headers = new ArrayList<>();
    for (Header header : request.headers()) {
      if (!header.value().contains(Redactor.MARK)) {
        headers.add(header);
      } else {
        headers.add(new Header(header.name(), secret(header.name(), user)));
      }
    }
    return new HttpRequestMessage(request.method(), request.target(), headers, request.body());
  }

  private static String secret(String name, Optional<UserCredentials> user) {
    Optional<String> own = user.flatMap(known -> Headers.first(known.headers(), name));
    if (own.isPresent()) {
      return own.get();
    }
    if (name.equalsIgnoreCase("authorization")) {
      return user.flatMap(known -> known.basic().map(Resigning::basic))
          .or(() -> user.flatMap(UserCredentials::bearer).map(token -> "Bearer " + token))
          .orElse("Bearer " + NOBODYS);
    }
    return user.flatMap(known -> known.secrets().values().stream().findFirst()).orElse(NOBODYS);
  }

  private static String basic(UserCredentials.Basic basic) {
    String pair = basic.user() + ":" + basic.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
