package dev.concordat.contracts.meaning;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.util.Base64;
import java.util.Optional;

/// What the bytes of a body mean.
public final class ContentMeaning {
  private ContentMeaning() {}

  /// Of JSON the value, whatever its spaces and the order of its members; of anything else the bytes.
  public static Term of(Bytes bytes) {
    Optional<JsonValue> json = JsonParser.parse(bytes.utf8()).value();
    return json.map(value -> TermMembers.of("json").put("value", Term.json(value)).term())
        .orElseGet(() -> asBytes(bytes));
  }

  /// The bytes as they are.
  public static Term asBytes(Bytes bytes) {
    return TermMembers.of("bytes")
        .text("base64", Base64.getEncoder().encodeToString(bytes.toArray()))
        .term();
  }
}
