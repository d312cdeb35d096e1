package dev.concordat.registry.gate;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.PactContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what failed from the results that clients publish with a verification. Their shapes differ: Pact's verifiers send a
/// list of interactions with mismatches and exceptions, our comparison a list of findings. What is not understood is left
/// out; the verdict does not depend on it.
final class TestResults {
  /// More text of one witness is cut.
  static final int MAX_WITNESS = 500;

  private static final Set<String> NOT_THERE = Set.of("404", "405", "501");

  private TestResults() {}

  /// The failures, the first ones of very many.
  ///
  /// @param results JSON text
  /// @param contract the bytes of the contract, which name the interactions
  static List<Failure> failures(Optional<String> results, byte[] contract) {
    Optional<JsonValue> value = results.flatMap(text -> JsonParser.parse(text).value());
    if (value.isEmpty()) {
      return List.of();
    }
    List<JsonObject> entries = objects(value.get());
    if (value.get() instanceof JsonObject object) {
      entries =
          List.of("tests", "findings", "results", "errors").stream()
              .flatMap(name -> object.member(name).stream())
              .flatMap(inner -> objects(inner).stream())
              .toList();
    }
    Map<String, String> names = names(contract);
    List<Failure> failures = new ArrayList<>();
    for (JsonObject entry : entries) {
      if (failures.size() == Evidence.MAX_FAILURES) {
        break;
      }
      if (!isKept(entry)) {
        failures.add(failure(entry, names));
      }
    }
    return failures;
  }

  private static boolean isKept(JsonObject entry) {
    return entry.member("success").map(JsonBoolean.of(true)::equals).orElse(false)
        || text(entry, "status").map("passed"::equals).orElse(false);
  }

  private static Failure failure(JsonObject entry, Map<String, String> names) {
    String what =
        first(entry, "interactionDescription", "operation", "description", "testName", "title")
            .or(() -> text(entry, "interactionId").map(id -> names.getOrDefault(id, id)))
            .orElse("an interaction that the verification does not name");
    List<String> seen = new ArrayList<>();
    boolean isRemoved = first(entry, "rule", "id").map(TestResults::isRemoval).orElse(false);
    first(entry, "witness", "message", "mismatchSummary").ifPresent(seen::add);
    for (String list : List.of("mismatches", "exceptions")) {
      for (JsonObject mismatch : entry.member(list).map(TestResults::objects).orElse(List.of())) {
        mismatch(mismatch).ifPresent(seen::add);
        isRemoved |= isMissing(mismatch);
      }
    }
    String all = String.join("; ", seen);
    String witness = all.length() <= MAX_WITNESS ? all : all.substring(0, MAX_WITNESS) + "…";
    return new Failure(
        what, witness.isBlank() ? Optional.empty() : Optional.of(witness), isRemoved);
  }

  private static Optional<String> mismatch(JsonObject mismatch) {
    Optional<String> said =
        first(mismatch, "description", "mismatch", "message", "detail", "error");
    Optional<String> where =
        first(mismatch, "identifier", "path", "parameter", "attribute").filter(p -> !p.isBlank());
    return said.map(
        text -> where.filter(p -> !text.contains(p)).map(p -> p + ": ").orElse("") + text);
  }

  private static boolean isMissing(JsonObject mismatch) {
    return text(mismatch, "attribute").or(() -> text(mismatch, "type")).stream()
            .anyMatch(kind -> kind.equalsIgnoreCase("status") || kind.equals("StatusMismatch"))
        && mismatch
            .member("actual")
            .map(TestResults::shown)
            .filter(NOT_THERE::contains)
            .isPresent();
  }

  private static boolean isRemoval(String rule) {
    return rule.endsWith("operation-removed") || rule.endsWith("operation-missing");
  }

  private static String shown(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> text;
      case JsonNumber(String digits) -> digits;
      default -> value.toString();
    };
  }

  /// The names of a pact's interactions by their ids.
  private static Map<String, String> names(byte[] contract) {
    Map<String, String> names = new HashMap<>();
    for (JsonObject one :
        PactContent.read(Bytes.of(contract)).map(PactContent::interactions).orElse(List.of())) {
      text(one, "description").ifPresent(name -> names.put(PactContent.id(one), name));
    }
    return names;
  }

  private static Optional<String> first(JsonObject object, String... names) {
    for (String name : names) {
      Optional<String> text = text(object, name);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.member(name).flatMap(TestResults::text);
  }

  private static Optional<String> text(JsonValue value) {
    return value instanceof JsonString(String text) ? Optional.of(text) : Optional.empty();
  }

  private static List<JsonObject> objects(JsonValue value) {
    List<JsonObject> objects = new ArrayList<>();
    if (value instanceof JsonArray(List<JsonValue> items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonObject object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }
}
