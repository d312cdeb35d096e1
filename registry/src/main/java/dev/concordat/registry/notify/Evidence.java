package dev.concordat.registry.notify;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.Event;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.VerificationRow;
import dev.concordat.report.json.Members;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What shows that a verification failed: its first failure, and where to read more.
final class Evidence {
  private static final int MAX_WITNESS = 1_000;
  private static final int MAX_DEPTH = 4;

  private Evidence() {}

  static String of(Event event, VerificationRow result) {
    PactRow pact = event.pact();
    Links links = new Links(event.base());
    Members json =
        new Members()
            .put("consumerVersion", pact.number())
            .put("providerVersion", result.providerVersion())
            .put("method", result.method())
            .put("pact", links.pact(pact.provider(), pact.consumer(), pact.number()))
            .put(
                "result",
                links.verification(pact.provider(), pact.consumer(), pact.sha(), result.number()))
            .maybe("build", result.buildUrl(), JsonString::new);
    witness(result).ifPresent(text -> json.put("witness", text));
    return JsonText.compact(json.object());
  }

  private static Optional<String> witness(VerificationRow result) {
    return result
        .testResults()
        .flatMap(text -> JsonParser.parse(text).value())
        .flatMap(value -> failures(value, 0).findFirst())
        .map(text -> text.length() > MAX_WITNESS ? text.substring(0, MAX_WITNESS) + "…" : text);
  }

  /// Verifiers nest their results differently: the first texts that explain something are taken, wherever they are.
  private static Stream<String> failures(JsonValue value, int depth) {
    if (depth > MAX_DEPTH) {
      return Stream.empty();
    }
    return switch (value) {
      case JsonArray(List<JsonValue> items) ->
          items.stream().flatMap(item -> failures(item, depth + 1));
      case JsonObject object ->
          object.member("success").equals(Optional.of(JsonBoolean.of(true)))
              ? Stream.empty()
              : Stream.concat(
                  Stream.of("witness", "message", "mismatch", "description")
                      .flatMap(name -> object.member(name).stream())
                      .flatMap(
                          it ->
                              it instanceof JsonString(String text)
                                  ? Stream.of(text)
                                  : Stream.empty())
                      .limit(1),
                  object.members().values().stream().flatMap(it -> failures(it, depth + 1)));
      default -> Stream.empty();
    };
  }
}
