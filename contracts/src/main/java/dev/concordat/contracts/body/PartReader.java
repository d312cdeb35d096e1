package dev.concordat.contracts.body;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.Encodings;
import dev.concordat.contracts.http.FieldEncoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder;
import dev.concordat.contracts.http.ParameterDecoder.Decoded;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads one part. A stated content type is held against the part's own; where none is stated, an object is JSON (or XML if
/// it says so) and text, numbers and files are whatever they say they are.
///
/// @param named what the part is called in messages
/// @param pointer where its value stands
record PartReader(Content content, String named, String pointer, int depth) {
  private static final JsonString UNREAD = new JsonString("");
  private static final Set<Set<String>> OBJECTS =
      Set.of(Set.of("object"), Set.of("object", "null"));

  JsonValue read(
      Part part, Optional<Schema> schema, Optional<FieldEncoding> encoding, Notes notes) {
    encoding.ifPresent(it -> it.headers().forEach(header -> header(part, header, notes)));
    List<MediaType> wanted = encoding.map(FieldEncoding::contentTypes).orElse(List.of());
    boolean isObject = schema.map(SchemaShape::types).filter(OBJECTS::contains).isPresent();
    if (!wanted.isEmpty() && wanted.stream().noneMatch(range -> range.admits(part.type()))) {
      String listed = wanted.stream().map(MediaType::toString).collect(Collectors.joining(", "));
      return wrongType(part, encoding, listed, notes);
    }
    MediaType type = part.type();
    if (wanted.isEmpty() && isObject && !isStructured(type)) {
      if (part.statedType().isPresent() && !type.essence().equals("application/octet-stream")) {
        return wrongType(part, encoding, "application/json", notes);
      }
      type = new MediaType("application", "json", Map.of());
    }
    Content inner =
        content.inside(schema, encoding.map(FieldEncoding::inner).orElse(Encodings.NONE));
    boolean isEncoded =
        schema
            .filter(
                it ->
                    it.view().schema().node() instanceof ObjectNode node
                        && node.has("contentEncoding"))
            .isPresent();
    byte[] bytes = (isEncoded ? part.raw() : part.content()).toArray();
    return switch (new BodyReader(depth + 1).read(inner, type, bytes)) {
      case BodyValue.Value read -> {
        notes.addFrom(read, pointer);
        yield read.value();
      }
      case BodyValue.Malformed(String reason) -> {
        notes.add(
            flaw(
                Breach.Kind.MALFORMED_BODY,
                pointer,
                encoding,
                named + " is " + reason,
                type.essence(),
                reason));
        yield UNREAD;
      }
      case BodyValue.Unjudged ignored -> {
        // It has to be there, and may be anything.
        notes.unread(pointer);
        yield UNREAD;
      }
    };
  }

  private static boolean isStructured(MediaType type) {
    return type.isJson() || type.isXml() || type.isForm() || type.isMultipart();
  }

  private JsonValue wrongType(
      Part part, Optional<FieldEncoding> encoding, String listed, Notes notes) {
    String actual = part.statedType().map(MediaType::toString).orElse("absent");
    notes.add(
        flaw(
            Breach.Kind.WRONG_MEDIA_TYPE,
            pointer,
            encoding,
            "the Content-Type of " + named + " is " + actual,
            listed,
            actual));
    return UNREAD;
  }

  private void header(Part part, Parameter header, Notes notes) {
    switch (ParameterDecoder.decode(header, RequestFields.ofHeaders(part.headers()))) {
      case Decoded.Absent() -> {
        if (header.required()) {
          notes.add(
              flaw(
                  Breach.Kind.MISSING_HEADER,
                  header,
                  named + " has no header '" + header.name() + "', which is required",
                  "absent"));
        }
      }
      case Decoded.Unreadable(String reason, String text) ->
          notes.add(
              flaw(
                  Breach.Kind.WRONG_HEADER,
                  header,
                  "the header '"
                      + header.name()
                      + "' of "
                      + named
                      + " is '"
                      + text
                      + "': "
                      + reason,
                  text));
      case Decoded.Present(JsonValue value, String ignored) ->
          header
              .schema()
              .flatMap(schema -> schema.validate(value).stream().findFirst())
              .ifPresent(violation -> notes.add(flaw(header, violation)));
    }
  }

  private Breach flaw(Parameter header, Violation violation) {
    return new Breach(
        Breach.Kind.WRONG_HEADER,
        "",
        pointer + "/header:" + header.name(),
        violation.sentence(),
        violation.sentenceText(),
        "the header '" + header.name() + "' of " + named + ": " + violation.message(),
        violation.expected(),
        violation.actual());
  }

  private Breach flaw(Breach.Kind kind, Parameter header, String message, String actual) {
    return new Breach(
        kind,
        "",
        pointer + "/header:" + header.name(),
        header.place(),
        header.sourceLine(),
        message,
        header.name(),
        actual);
  }

  private Breach flaw(
      Breach.Kind kind,
      String at,
      Optional<FieldEncoding> encoding,
      String message,
      String expected,
      String actual) {
    Place place = encoding.map(FieldEncoding::place).orElseGet(content::place);
    String line = encoding.map(FieldEncoding::sourceLine).orElseGet(content::sourceLine);
    return new Breach(kind, "", at, place, line, message, expected, actual);
  }
}
