package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;

/// Kinds of pairs about which a peer says something else than ours, with who is right. Described in
/// `docs/explanation/validators.md`.
enum KnownDisagreement {
  /// dev.harrel compares numbers in `enum`, `const` and `uniqueItems` by their digits where they have a fraction: 1.5 is
  /// not 1.50 for it. The specification wants their mathematical value (2020-12 core, section 4.2.2): ours is right.
  FRACTION_COMPARED_BY_DIGITS("dev.harrel") {
    @Override
    boolean covers(Dialect dialect, boolean ours, Shrinking.Pair least) {
      return agreesOnPlainNumbers(dialect, least);
    }
  },

  /// In OpenAPI 3.0, built on draft 5, an integer is written without fraction and exponent; networknt takes that by the
  /// letter and refuses 1e0. Ours accepts it on purpose: no client can tell 1.0 from 1.
  INTEGER_WITH_EXPONENT("networknt") {
    @Override
    boolean covers(Dialect dialect, boolean ours, Shrinking.Pair least) {
      return dialect == Dialect.OPENAPI_3_0 && agreesOnPlainNumbers(dialect, least);
    }
  };

  private final String peer;

  KnownDisagreement(String peer) {
    this.peer = peer;
  }

  String peer() {
    return peer;
  }

  /// Whether the smallest pair about which they disagree is of this kind.
  abstract boolean covers(Dialect dialect, boolean ours, Shrinking.Pair least);

  /// Whether nothing but the way in which numbers are written makes the difference.
  boolean agreesOnPlainNumbers(Dialect dialect, Shrinking.Pair least) {
    JsonValue schema = plain(least.schema());
    JsonValue value = plain(least.value());
    boolean isRewritten = !schema.equals(least.schema()) || !value.equals(least.value());
    Voters.Votes votes = new Voters(dialect, schema.toString(), Map.of()).ask(value);
    return isRewritten && votes.of(peer) == votes.ours();
  }

  private static JsonValue plain(JsonValue value) {
    return switch (value) {
      case JsonNumber number ->
          new JsonNumber(number.decimal().stripTrailingZeros().toPlainString());
      case JsonArray(List<JsonValue> items) ->
          new JsonArray(items.stream().map(KnownDisagreement::plain).toList());
      case JsonObject(Map<String, JsonValue> members) -> {
        var plain = new JsonObject.Builder();
        members.forEach((name, member) -> plain.add(name, plain(member)));
        yield plain.build();
      }
      default -> value;
    };
  }
}
