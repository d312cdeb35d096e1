package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.Encodings;
import dev.concordat.contracts.http.FieldEncoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes what bodies hold, by media type.
final class ContentJson {
  // RFC 9110 section 5.6.2.
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final Components components;
  private final ParameterJson parameters;

  ContentJson(Components components) {
    this.components = components;
    this.parameters = new ParameterJson(components, this);
  }

  ParameterJson parameters() {
    return parameters;
  }

  JsonObject of(List<MediaTypeSpec> content) {
    var all = new Members();
    for (MediaTypeSpec spec : content) {
      all.putIfAbsent(text(spec.mediaType()), of(spec));
    }
    return all.json();
  }

  static String text(MediaType type) {
    var text = new StringBuilder(type.essence());
    type.parameters()
        .forEach(
            (name, value) -> text.append("; ").append(name).append('=').append(parameter(value)));
    return text.toString();
  }

  private static String parameter(String value) {
    return TOKEN.matcher(value).matches()
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private JsonObject of(MediaTypeSpec spec) {
    spec.itemSchema()
        .ifPresent(
            items -> components.lost(items.place(), "'itemSchema', what items of a sequence are"));
    return new Members()
        .maybe("schema", spec.schema().map(components::schema))
        .maybe("example", example(spec.examples(), spec.schema()))
        .object("examples", examples(spec.examples(), spec.schema()))
        .object("encoding", encoding(spec.encodings()))
        .json();
  }

  /// The one example, if it has no name.
  static Optional<JsonValue> example(List<DocumentedExample> all, Optional<Schema> schema) {
    return all.size() == 1 && all.getFirst().name().isEmpty() && !areOf(schema, all)
        ? Optional.of(all.getFirst().value())
        : Optional.empty();
  }

  /// Examples by name; those without one are numbered.
  static JsonObject examples(List<DocumentedExample> all, Optional<Schema> schema) {
    var named = new Members();
    if (areOf(schema, all) || example(all, schema).isPresent()) {
      return named.json();
    }
    for (int i = 0; i < all.size(); i++) {
      DocumentedExample example = all.get(i);
      String name = example.name().isEmpty() ? "example-" + (i + 1) : example.name();
      named.put(name, new Members().put("value", example.value()).json());
    }
    return named.json();
  }

  /// The schema's own examples stand there, and are found there again.
  private static boolean areOf(Optional<Schema> schema, List<DocumentedExample> all) {
    return schema.isPresent()
        && all.stream().allMatch(example -> example.name().isEmpty())
        && all.stream()
            .map(DocumentedExample::value)
            .toList()
            .equals(schema.get().view().examples());
  }

  private JsonObject encoding(Encodings encodings) {
    encodings.prefix().forEach(each -> components.lost(each.place(), "'prefixEncoding'"));
    encodings.item().ifPresent(item -> components.lost(item.place(), "'itemEncoding'"));
    var all = new Members();
    new TreeMap<>(encodings.byName()).forEach((name, each) -> all.put(name, encoding(each)));
    return all.json();
  }

  private JsonObject encoding(FieldEncoding encoding) {
    if (!encoding.inner().equals(Encodings.NONE)) {
      components.lost(encoding.place(), "an encoding inside of an encoding");
    }
    var json =
        new Members()
            .text(
                "contentType",
                encoding.contentTypes().stream()
                    .map(ContentJson::text)
                    .collect(Collectors.joining(", ")))
            .object("headers", parameters.headers(encoding.headers()));
    encoding
        .style()
        .flatMap(style -> parameters.styleOfField(style, encoding.place()))
        .ifPresent(
            style ->
                json.text("style", style.word())
                    .put("explode", JsonBoolean.of(encoding.explode()))
                    .flag("allowReserved", encoding.allowReserved()));
    return json.json();
  }
}
