package dev.concordat.contracts.http;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

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

  /// `query:limit`, the form in which breaches point at it.
  public String pointer() {
    return in.word() + ":" + name;
  }
}
