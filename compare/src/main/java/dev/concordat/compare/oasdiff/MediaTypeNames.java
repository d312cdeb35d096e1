package dev.concordat.compare.oasdiff;

import dev.concordat.compare.openapi.Endpoint;
import dev.concordat.compare.openapi.HttpChange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import java.util.List;
import java.util.Optional;

/// Media types of responses that came and went. One that went and one of its kind that came is one with another name.
final class MediaTypeNames {
  private MediaTypeNames() {}

  static List<String> of(HttpChange.ResponseMediaTypeAdded added) {
    MediaType now = added.type().mediaType();
    return List.of(
        types(added.endpoint().before(), added.response().status()).stream()
            .filter(
                old -> !types(added.endpoint().after(), added.response().status()).contains(old))
            .flatMap(old -> renamed(old, now).stream())
            .findFirst()
            .orElse("response-media-type-added"));
  }

  static List<String> of(HttpChange.ResponseMediaTypeRemoved removed) {
    MediaType old = removed.type().mediaType();
    Endpoint endpoint = removed.endpoint();
    String status = removed.response().status();
    boolean isInRange = removed.coveredBy().filter(spec -> spec.mediaType().isRange()).isPresent();
    return List.of(
        types(endpoint.after(), status).stream()
            .filter(now -> !types(endpoint.before(), status).contains(now))
            .flatMap(now -> renamed(old, now).stream())
            .findFirst()
            .orElse(
                isInRange
                    ? "response-media-type-name-generalized"
                    : "response-media-type-removed"));
  }

  private static List<MediaType> types(Optional<HttpOperation> operation, String status) {
    return operation.map(HttpOperation::responses).orElse(List.of()).stream()
        .filter(response -> response.status().equals(status))
        .map(ResponseSpec::content)
        .flatMap(List::stream)
        .map(MediaTypeSpec::mediaType)
        .toList();
  }

  private static Optional<String> renamed(MediaType old, MediaType now) {
    if (!old.type().equals(now.type())) {
      return Optional.empty();
    }
    if (old.subtype().equals(now.subtype())) {
      return Optional.of("response-media-type-name-changed");
    }
    if (old.subtype().endsWith("+" + now.subtype())) {
      return Optional.of("response-media-type-name-generalized");
    }
    return now.subtype().endsWith("+" + old.subtype())
        ? Optional.of("response-media-type-name-specialized")
        : Optional.empty();
  }
}
