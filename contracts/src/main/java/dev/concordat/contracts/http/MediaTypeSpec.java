package dev.concordat.contracts.http;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One documented media type of a body.
///
/// @param mediaType as written; may be a range such as `application/*`
/// @param encodings how members of a form body are written; a member without one uses form style, exploded
public record MediaTypeSpec(
    MediaType mediaType,
    Optional<Schema> schema,
    List<DocumentedExample> examples,
    Map<String, FieldEncoding> encodings,
    Place place,
    String sourceLine) {
  public MediaTypeSpec {
    examples = List.copyOf(examples);
    encodings = Map.copyOf(encodings);
  }

  /// How one member of a form body is written (OpenAPI's Encoding Object).
  public record FieldEncoding(ParameterStyle style, boolean explode) {}
}
