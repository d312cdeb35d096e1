package dev.concordat.contracts.http;

import dev.concordat.contracts.tree.Located;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// How one member of a form body, or one part of a multipart body, is written (OpenAPI's Encoding Object).
///
/// @param contentTypes the media types or ranges the member may have; empty where the contract names none, and then its
///     schema's type tells
/// @param headers what a part must carry beside its Content-Type
/// @param style present where `style`, `explode` or `allowReserved` is written: then the member is written as a query
///     parameter is, and its content types say nothing
/// @param explode whether list items and members are fields of their own
/// @param inner the encodings of a part that is multipart or a form itself
/// @param written the Encoding Object
public record FieldEncoding(
    List<MediaType> contentTypes,
    List<Parameter> headers,
    Optional<ParameterStyle> style,
    boolean explode,
    boolean allowReserved,
    Encodings inner,
    Located written) {
  public FieldEncoding {
    contentTypes = List.copyOf(contentTypes);
    headers = List.copyOf(headers);
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
