package dev.concordat.contracts.http;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A parameter of a request, or a header of a response (then {@link ParameterLocation#HEADER}).
///
/// @param schema absent when the contract gives none that can be read; then any value holds
/// @param style {@link ParameterStyle#JSON} where the parameter has `content`
/// @param explode whether array items and object members are written as fields of their own
/// @param content the media type in which the whole value is written, where the contract gives one instead of a style
/// @param written the parameter object
public record Parameter(
    String name,
    ParameterLocation in,
    boolean required,
    Optional<Schema> schema,
    ParameterStyle style,
    boolean explode,
    Optional<MediaTypeSpec> content,
    List<DocumentedExample> examples,
    Located written) {
  private static final Set<String> OF_TRANSPORT =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  public Parameter {
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

  /// A parameter that is written in a style.
  public Parameter(
      String name,
      ParameterLocation in,
      boolean required,
      Optional<Schema> schema,
      ParameterStyle style,
      boolean explode,
      List<DocumentedExample> examples,
      Located written) {
    this(name, in, required, schema, style, explode, Optional.empty(), examples, written);
  }

  /// Whether it is a header that says how the message itself travels (RFC 9110, sections 7.2, 7.6.1, 8.6 and 10.1.1; RFC 9112, section 6).
  /// Whoever sends the message writes it, whatever value a contract shows.
  public boolean isOfTransport() {
    return in == ParameterLocation.HEADER && OF_TRANSPORT.contains(name.toLowerCase(Locale.ROOT));
  }

  /// `query:limit`, the form in which breaches point at it.
  public String pointer() {
    return in.word() + ":" + name;
  }
}
