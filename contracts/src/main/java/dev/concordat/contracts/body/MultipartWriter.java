package dev.concordat.contracts.body;

import dev.concordat.contracts.body.BodyEncoder.Encoded;
import dev.concordat.contracts.http.Encodings;
import dev.concordat.contracts.http.FieldEncoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes an object as a form of parts, a list as parts without names. The boundary is made from the content, so that the same
/// value gives the same bytes.
record MultipartWriter(Content content, MediaType type) {
  private static final int MAX_BOUNDARY_TRIES = 100;

  Optional<Encoded> write(JsonValue value) {
    var parts = new ArrayList<byte[]>();
    boolean isWritten =
        switch (value) {
          case JsonObject object -> members(object, parts);
          case JsonArray array -> !type.subtype().equals("form-data") && items(array, parts);
          default -> false;
        };
    return isWritten ? joined(parts) : Optional.empty();
  }

  private boolean members(JsonObject object, List<byte[]> parts) {
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      Optional<Schema> schema =
          content.schema().flatMap(s -> SchemaShape.property(s, member.getKey()));
      Optional<FieldEncoding> encoding = content.encodings().named(member.getKey());
      if (encoding.flatMap(FieldEncoding::style).isPresent()) {
        return false;
      }
      boolean isList = member.getValue() instanceof JsonArray;
      List<JsonValue> values =
          member.getValue() instanceof JsonArray(List<JsonValue> items)
              ? items
              : List.of(member.getValue());
      Optional<Schema> one = isList ? schema.flatMap(SchemaShape::item) : schema;
      for (JsonValue value : values) {
        if (!part(Optional.of(member.getKey()), one, encoding, value, parts)) {
          return false;
        }
      }
      if (values.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private boolean items(JsonArray array, List<byte[]> parts) {
    for (int i = 0; i < array.items().size(); i++) {
      if (!part(
          Optional.empty(),
          content.item(i),
          content.encodings().at(i),
          array.items().get(i),
          parts)) {
        return false;
      }
    }
    return true;
  }

  private boolean part(
      Optional<String> name,
      Optional<Schema> schema,
      Optional<FieldEncoding> encoding,
      JsonValue value,
      List<byte[]> parts) {
    Optional<MediaType> stated =
        encoding.flatMap(it -> it.contentTypes().stream().filter(t -> !t.isRange()).findFirst());
    MediaType partType = stated.orElseGet(() -> defaultType(schema, value));
    Content inner =
        content.inside(schema, encoding.map(FieldEncoding::inner).orElse(Encodings.NONE));
    Optional<Encoded> body =
        partType.isMultipart()
            ? new MultipartWriter(inner, partType).write(value)
            : BodyEncoder.body(inner, partType, value)
                .map(bytes -> new Encoded(partType.toString(), bytes));
    if (body.isEmpty()
        || name.filter(it -> it.indexOf('\r') >= 0 || it.indexOf('\n') >= 0).isPresent()) {
      return false;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    name.ifPresent(it -> headers.put("Content-Disposition", disposition(it, isFile(partType))));
    headers.put("Content-Type", body.get().contentType());
    for (Parameter header : encoding.map(FieldEncoding::headers).orElse(List.of())) {
      Optional<String> text =
          header.examples().stream()
              .findFirst()
              .flatMap(example -> ParameterEncoder.header(header, example.value()));
      text.ifPresent(it -> headers.put(header.name(), it));
      if (text.isEmpty() && header.required()) {
        return false;
      }
    }
    parts.add(bytes(headers, body.get().bytes()));
    return true;
  }

  private static String disposition(String name, boolean isFile) {
    String quoted = "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    return "form-data; name=" + quoted + (isFile ? "; filename=\"file\"" : "");
  }

  private static boolean isFile(MediaType type) {
    return !type.isText() && !type.isJson() && !type.isXml() && !type.isMultipart();
  }

  /// Objects and lists are JSON, raw bytes are bytes, everything else is text (OpenAPI, Encoding Object, `contentType`).
  private static MediaType defaultType(Optional<Schema> schema, JsonValue value) {
    if (value instanceof JsonObject || value instanceof JsonArray) {
      return new MediaType("application", "json", Map.of());
    }
    boolean isBinary =
        schema.flatMap(it -> it.view().format()).filter(Set.of("binary")::contains).isPresent();
    return isBinary && value instanceof JsonString
        ? new MediaType("application", "octet-stream", Map.of())
        : new MediaType("text", "plain", Map.of("charset", "utf-8"));
  }

  private static byte[] bytes(Map<String, String> headers, Bytes body) {
    var head = new StringBuilder();
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    var out = new ByteArrayOutputStream();
    out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body.toArray());
    return out.toByteArray();
  }

  private Optional<Encoded> joined(List<byte[]> parts) {
    int hash = 1;
    for (byte[] part : parts) {
      hash = 31 * hash + Arrays.hashCode(part);
    }
    for (int i = 0; i < MAX_BOUNDARY_TRIES; i++) {
      String boundary = "concordat-" + Integer.toHexString(hash + i);
      if (parts.stream()
          .noneMatch(part -> new String(part, StandardCharsets.ISO_8859_1).contains(boundary))) {
        return Optional.of(joined(parts, boundary));
      }
    }
    return Optional.empty();
  }

  private Encoded joined(List<byte[]> parts, String boundary) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(("--" + boundary + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(part);
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return new Encoded(type.essence() + "; boundary=" + boundary, Bytes.of(out.toByteArray()));
  }
}
