package dev.concordat.contracts.pact.broker;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// What a broker says of a pact that it gives to be verified.
///
/// @param isPending whether it may fail without failing the whole
/// @param isWip whether it is work in progress that nobody asked for by name
/// @param why the reasons for it in a few words: `latest from main branch`; empty where the broker does not say
/// @param notices what people should be told
public record PactStanding(boolean isPending, boolean isWip, String why, List<PactNotice> notices) {
  public PactStanding {
    notices = List.copyOf(notices);
  }

  /// A sentence for people.
  ///
  /// @param when `before_verification`, `after_verification:success_true_published_false` …
  public record PactNotice(String when, String text) {}

  static PactStanding of(JsonObject entry) {
    JsonValue properties = entry.member("verificationProperties").orElse(JsonObject.EMPTY);
    return new PactStanding(
        isTrue(properties, "pending"),
        isTrue(properties, "wip"),
        text(entry, "shortDescription"),
        member(properties, "notices").orElse(JsonObject.EMPTY) instanceof JsonArray all
            ? all.items().stream()
                .map(notice -> new PactNotice(text(notice, "when"), text(notice, "text")))
                .toList()
            : List.of());
  }

  /// What is to be said before the verification, or after one with this result.
  public List<String> said(String when) {
    return notices.stream().filter(it -> it.when().equals(when)).map(PactNotice::text).toList();
  }

  private static boolean isTrue(JsonValue value, String name) {
    return member(value, name).filter(JsonBoolean.of(true)::equals).isPresent();
  }

  private static String text(JsonValue value, String name) {
    return member(value, name).orElse(JsonObject.EMPTY) instanceof JsonString(String text)
        ? text
        : "";
  }

  private static Optional<JsonValue> member(JsonValue value, String name) {
    return value instanceof JsonObject object ? object.member(name) : Optional.empty();
  }
}
