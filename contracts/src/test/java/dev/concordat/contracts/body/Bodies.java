package dev.concordat.contracts.body;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Contracts with one operation, `POST /a`, whose body is what a test is about.
final class Bodies {
  private Bodies() {}

  /// @param mediaType the media type object, in YAML's flow style or as a block
  static OpenApiContract contract(String type, String mediaType, String components) {
    String yaml =
        """
        openapi: 3.2.0
        info: {title: t, version: '1'}
        paths:
          /a:
            post:
              operationId: send
              requestBody:
                required: true
                content:
                  %s: %s
              responses: {'200': {description: ok}}
        components:
          schemas: %s
        """
            .formatted(
                type, block(mediaType, 12), components.isEmpty() ? "{}" : block(components, 4));
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("openapi.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String block(String yaml, int indent) {
    return yaml.contains("\n") ? "\n" + yaml.strip().indent(indent) : yaml;
  }

  static OpenApiContract contract(String type, String mediaType) {
    return contract(type, mediaType, "");
  }

  static MediaTypeSpec spec(OpenApiContract contract) {
    return contract.operations().getFirst().body().orElseThrow().content().getFirst();
  }

  static List<String> judged(OpenApiContract contract, String contentType, String body) {
    return judged(contract, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /// The breaches, each as pointer and message.
  static List<String> judged(OpenApiContract contract, String contentType, byte[] body) {
    return breaches(contract, contentType, body).stream()
        .map(breach -> breach.pointer() + " " + breach.message())
        .toList();
  }

  static List<Breach> breaches(OpenApiContract contract, String contentType, byte[] body) {
    var request =
        new HttpRequestMessage(
            "POST", "/a", List.of(new Header("Content-Type", contentType)), Bytes.of(body));
    return new HttpJudge(contract).judgeRequest(request);
  }

  static String read(OpenApiContract contract, String contentType, String body) {
    return read(contract, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /// The value of a body as JSON, or what there is instead.
  static String read(OpenApiContract contract, String contentType, byte[] body) {
    MediaType type = MediaType.parse(contentType).orElseThrow();
    return switch (BodyValue.read(spec(contract), type, List.of(), Bytes.of(body))) {
      case BodyValue.Value value -> value.value().toString();
      case BodyValue.Malformed(String reason) -> "malformed: " + reason;
      case BodyValue.Unjudged(String reason) -> "unjudged: " + reason;
    };
  }

  static JsonValue json(String text) {
    return JsonParser.parse(text).value().orElseThrow();
  }

  /// A form of parts; each is its headers, an empty line, and its content.
  static String multipart(String... parts) {
    var out = new StringBuilder();
    for (String part : parts) {
      out.append("--b\r\n").append(part.replace("\n", "\r\n")).append("\r\n");
    }
    return out.append("--b--\r\n").toString();
  }

  static String field(String name, String content) {
    return "Content-Disposition: form-data; name=\"" + name + "\"\n\n" + content;
  }

  static String part(String name, String type, String content) {
    return "Content-Disposition: form-data; name=\""
        + name
        + "\"; filename=\"f\"\nContent-Type: "
        + type
        + "\n\n"
        + content;
  }
}
