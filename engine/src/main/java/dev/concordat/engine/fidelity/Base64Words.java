package dev.concordat.engine.fidelity;

import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Bytes in text, by RFC 4648: what contracts say of the alphabet, and what to send over the way of such a field.
final class Base64Words {
  private static final String PLAIN = "base64";
  private static final String FOR_ADDRESSES = "base64url";

  /// Characters that stand for three bytes.
  private static final int GROUP = 4;

  /// Bytes that need every character that is no letter, with one, two and no characters of padding, and more of them than a
  /// line of a mail has (RFC 2045, 6.8).
  private static final List<byte[]> BYTES = List.of(bytes(8), bytes(10), bytes(90));

  private Base64Words() {}

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i % 3 == 0 ? 0xFB : i % 3 == 1 ? 0xF0 + i % 16 : 0xFF);
    }
    return bytes;
  }

  /// `base64` or `base64url`; nothing where the contract does not speak of bytes.
  static Optional<String> coding(List<SchemaView> views) {
    return views.stream().flatMap(Base64Words::words).findFirst();
  }

  private static Stream<String> words(SchemaView view) {
    Stream<String> format = view.format().map(it -> it.equals("byte") ? PLAIN : it).stream();
    Stream<String> encoding =
        view.schema().node() instanceof ObjectNode object
            ? object.get("contentEncoding").stream()
                .flatMap(
                    it ->
                        it.toJson() instanceof JsonString(String text)
                            ? Stream.of(text)
                            : Stream.of())
            : Stream.of();
    return Stream.concat(format, encoding)
        .map(it -> it.toLowerCase(Locale.ROOT))
        .filter(it -> it.equals(PLAIN) || it.equals(FOR_ADDRESSES));
  }

  static List<JsonValue> probes(String coding) {
    Base64.Encoder encoder = coding.equals(PLAIN) ? Base64.getEncoder() : Base64.getUrlEncoder();
    return BYTES.stream().<JsonValue>map(it -> new JsonString(encoder.encodeToString(it))).toList();
  }

  /// Where the same bytes arrive in another alphabet, or without their padding, readers by contract cannot read them; what
  /// a system keeps for itself it may keep as it likes.
  ///
  /// @param coding what the contract says of the field
  static Passage.Arrival judged(Passage.Arrival arrival, String coding, Roles roles) {
    Sighting shown = arrival.shown();
    boolean isRewritten =
        arrival.judged().filter(it -> it.alteration() == Alteration.BASE64_REWRITTEN).isPresent();
    if (!isRewritten || shown.place().kind() == ValuePlace.Kind.ROW) {
      return arrival;
    }
    String there =
        roles.described(shown.exchange(), shown.place().kind()).stream()
            .flatMap(schema -> coding(Described.at(schema, shown.pointer())).stream())
            .findFirst()
            .orElse(coding);
    return isReadable(shown.value(), there)
        ? arrival
        : new Passage.Arrival(
            arrival.carried(),
            shown,
            Optional.of(new Meaning.Judged(Alteration.VALUE_CHANGED, true)));
  }

  private static boolean isReadable(JsonValue value, String coding) {
    return value instanceof JsonString(String text)
        && (coding.equals(PLAIN)
            ? text.length() % GROUP == 0 && text.matches("[A-Za-z0-9+/]*=*")
            : text.matches("[A-Za-z0-9_-]*=*"));
  }
}
