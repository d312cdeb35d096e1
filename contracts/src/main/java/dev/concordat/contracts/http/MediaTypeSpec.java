package dev.concordat.contracts.http;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// One documented media type of a body.
///
/// @param mediaType as written; may be a range such as `application/*`
/// @param schema what the whole body must be; of a sequence, the list of all its items
/// @param itemSchema what each item of a sequence must be: a line of JSON Lines, an event, a part (OpenAPI 3.2)
/// @param encodings how the members of a form or the parts of a multipart body are written
/// @param written the media type's key
public record MediaTypeSpec(
    MediaType mediaType,
    Optional<Schema> schema,
    Optional<Schema> itemSchema,
    List<DocumentedExample> examples,
    Encodings encodings,
    Located written) {
  public MediaTypeSpec {
    examples = List.copyOf(examples);
  }

  /// Where it stands.
  public Place place() {
    return written.place();
  }

  /// The text of that line, trimmed.
  public String sourceLine() {
    return written.sourceLine();
  }
}
