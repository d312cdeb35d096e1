package dev.concordat.compare.openapi;

import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// Values as bodies.
final class BodyText {
  private BodyText() {}

  /// The value as a body of a documented media type.
  ///
  /// @param concrete the type itself where the contract has a range
  static Made<BodyEncoder.Encoded> of(MediaTypeSpec spec, MediaType concrete, JsonValue value) {
    MediaTypeSpec narrowed = MediaPairs.as(spec, concreteOf(concrete));
    return BodyEncoder.encode(narrowed, value)
        .<Made<BodyEncoder.Encoded>>map(Made.Message::new)
        .orElseGet(
            () ->
                new Made.Nothing<>(
                    Words.shown(value) + " cannot be written as " + narrowed.mediaType()));
  }

  /// What can be written in a media type whose bodies are texts or bytes; nothing where every value can.
  static Optional<Schema> writable(MediaType type) {
    if (type.isJson()) {
      return Optional.empty();
    }
    boolean hasMembers = type.isForm() || type.isMultipart() || type.isXml();
    return Optional.of(hasMembers ? MadeSchemas.NOT_EMPTY : MadeSchemas.WRITABLE_TEXT);
  }

  /// A type of a range: JSON where that is one.
  static MediaType concreteOf(MediaType range) {
    MediaType json = MediaType.parse("application/json").orElseThrow();
    if (!range.isRange() || range.includes(json)) {
      return range.isRange() ? json : range;
    }
    String type = range.type().equals("*") ? "application" : range.type();
    String subtype =
        range.subtype().startsWith("*+") ? "x" + range.subtype().substring(1) : "x-any";
    return MediaType.parse(type + "/" + subtype).orElseThrow();
  }
}
