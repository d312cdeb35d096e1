package dev.concordat.registry.contract;

import dev.concordat.contracts.meaning.ContractMeaning;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.digest.Sha;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The content of a pact as the Pact dialect sees it: any JSON object. Its name is the SHA-1 of what affects a
/// verification, with keys and interactions sorted, exactly as the Pact Broker computes it.
///
/// @param bytes as published
public record PactContent(Bytes bytes, JsonObject document) {
  /// Where the dialect keeps what is verified.
  private static final List<String> PARTS = List.of("interactions", "messages");

  // Ruby compares names by their bytes in UTF-8, which is the order of code points.
  private static final Comparator<String> BY_CODE_POINTS =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  /// The content in a text; nothing where it is no JSON object.
  public static Optional<PactContent> read(Bytes bytes) {
    return JsonParser.parse(bytes.toArray()).value().orElse(JsonObject.EMPTY)
                instanceof JsonObject document
            && JsonParser.parse(bytes.toArray()).failure().isEmpty()
        ? Optional.of(new PactContent(bytes, document))
        : Optional.empty();
  }

  /// A content that was put together here.
  public static PactContent of(JsonObject document) {
    return new PactContent(Bytes.utf8(document.toString()), document);
  }

  /// How the dialect names it: 40 hexadecimal digits.
  public String sha() {
    boolean hasParts = PARTS.stream().anyMatch(this::has);
    return Sha.SHA_1.of(RubyJson.text(hasParts ? verified() : document));
  }

  private JsonObject verified() {
    // Only the first of the two that is there is sorted; the other one counts in its own order.
    String sorted = has("interactions") ? "interactions" : "messages";
    JsonObject.Builder counts = new JsonObject.Builder();
    for (String part : PARTS) {
      if (has(part)) {
        JsonValue value = ordered(document.member(part).orElseThrow());
        counts.add(part, part.equals(sorted) ? sortedItems(value) : value);
      }
    }
    specification()
        .ifPresent(version -> counts.add("pact_specification_version", ordered(version)));
    return counts.build();
  }

  private boolean has(String part) {
    return document
        .member(part)
        .filter(value -> !value.type().equals("null") && !value.toString().equals("false"))
        .isPresent();
  }

  private static JsonValue sortedItems(JsonValue value) {
    if (!(value instanceof JsonArray(List<JsonValue> items))) {
      return value;
    }
    List<JsonValue> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparing(RubyJson::text, BY_CODE_POINTS));
    return new JsonArray(sorted);
  }

  private static JsonValue ordered(JsonValue value) {
    return switch (value) {
      case JsonArray(List<JsonValue> items) ->
          new JsonArray(items.stream().map(PactContent::ordered).toList());
      case JsonObject object -> {
        TreeMap<String, JsonValue> members = new TreeMap<>(BY_CODE_POINTS);
        members.putAll(object.members());
        JsonObject.Builder sorted = new JsonObject.Builder();
        members.forEach((name, member) -> sorted.add(name, ordered(member)));
        yield sorted.build();
      }
      default -> value;
    };
  }

  /// The version of the Pact specification that the content claims, wherever clients of all ages write it.
  public Optional<JsonValue> specification() {
    Optional<JsonValue> metadata = document.member("metadata");
    return within(metadata, "pactSpecification", "version")
        .or(() -> within(metadata, "pact-specification", "version"))
        .or(() -> within(metadata, "pactSpecificationVersion"));
  }

  private static Optional<JsonValue> within(Optional<JsonValue> value, String... names) {
    Optional<JsonValue> at = value;
    for (String name : names) {
      at =
          at.filter(JsonObject.class::isInstance)
              .flatMap(object -> ((JsonObject) object).member(name));
    }
    return at.filter(found -> !found.type().equals("null"));
  }

  /// The interactions and messages, in the order in which they are written.
  public List<JsonObject> interactions() {
    List<JsonObject> found = new ArrayList<>();
    for (String part : PARTS) {
      if (document.member(part).orElse(JsonObject.EMPTY) instanceof JsonArray(var items)) {
        for (JsonValue item : items) {
          if (item instanceof JsonObject interaction) {
            found.add(interaction);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /// The name of the consumer or the provider inside; nothing where it is not said.
  ///
  /// @param side `consumer` or `provider`
  public Optional<String> name(String side) {
    return within(document.member(side), "name").orElse(JsonObject.EMPTY)
            instanceof JsonString(String name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// The content as it is served: every interaction begins with its id, by which test results refer to it.
  public JsonObject served() {
    JsonObject.Builder served = new JsonObject.Builder();
    document
        .members()
        .forEach(
            (name, value) ->
                served.add(
                    name,
                    PARTS.contains(name) && value instanceof JsonArray(var items)
                        ? new JsonArray(items.stream().map(PactContent::identified).toList())
                        : value));
    return served.build();
  }

  private static JsonValue identified(JsonValue item) {
    if (!(item instanceof JsonObject interaction)) {
      return item;
    }
    JsonObject.Builder identified = new JsonObject.Builder();
    identified.add("_id", new JsonString(id(interaction)));
    interaction.members().forEach(identified::add);
    return identified.build();
  }

  /// The id of an interaction: the one it has, or the SHA-1 of its sorted text.
  public static String id(JsonObject interaction) {
    return interaction.member("_id").orElse(JsonObject.EMPTY) instanceof JsonString(String own)
        ? own
        : Sha.SHA_1.of(RubyJson.text(ordered(interaction)));
  }

  /// The digest of the meaning; of the sorted text where it is no pact that can be read.
  public String digest() {
    Document read = new DocumentReader(Path.of("")).parse("pact.json", bytes.toArray());
    return (PactReader.recognises(read.root())
            ? Meaning.of(PactReader.read(read)).map(ContractMeaning::digest)
            : Optional.<String>empty())
        .orElseGet(() -> Sha.SHA_256.of(RubyJson.text(ordered(document))));
  }

  /// This content with the interactions of a newer one: one of the same description and provider states is replaced, any
  /// other is added.
  public PactContent merged(PactContent newer) {
    List<JsonValue> interactions = new ArrayList<>(items(document));
    for (JsonValue added : items(newer.document)) {
      int at = -1;
      for (int i = 0; i < interactions.size() && at < 0; i++) {
        if (isSameCase(interactions.get(i), added)) {
          at = i;
        }
      }
      if (at < 0) {
        interactions.add(added);
      } else {
        interactions.set(at, added);
      }
    }
    return of(document.with("interactions", new JsonArray(interactions)));
  }

  /// Whether an interaction of a newer content has the description and states of one of these but another request.
  public boolean contradicts(PactContent newer) {
    for (JsonValue added : items(newer.document)) {
      for (JsonValue own : items(document)) {
        if (isSameCase(own, added) && !isSameRequest(own, added)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSameRequest(JsonValue a, JsonValue b) {
    for (String part : List.of("method", "path", "query", "body", "headers")) {
      if (!within(Optional.of(a), "request", part)
          .equals(within(Optional.of(b), "request", part))) {
        return false;
      }
    }
    return true;
  }

  private static List<JsonValue> items(JsonObject document) {
    return document.member("interactions").orElse(JsonObject.EMPTY) instanceof JsonArray(var items)
        ? items
        : List.of();
  }

  private static boolean isSameCase(JsonValue a, JsonValue b) {
    return a instanceof JsonObject one
        && b instanceof JsonObject other
        && one.member("description").equals(other.member("description"))
        && states(one).equals(states(other));
  }

  private static Optional<JsonValue> states(JsonObject interaction) {
    return within(Optional.of(interaction), "provider_state")
        .or(() -> within(Optional.of(interaction), "providerState"))
        .or(() -> within(Optional.of(interaction), "providerStates"));
  }
}
