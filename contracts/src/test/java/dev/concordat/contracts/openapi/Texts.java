package dev.concordat.contracts.openapi;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Contracts and messages from text.
final class Texts {
  private Texts() {}

  static OpenApiContract contract(String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("openapi.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  static Schema schemaAt(String yaml, String pointer) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    var document = documents.parse("openapi.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    return new SchemaLoader(documents, Dialect.SWAGGER_2_0)
        .load(document.at(pointer).orElseThrow());
  }

  static HttpRequestMessage get(String target, String... headers) {
    return new HttpRequestMessage("GET", target, headers(headers), Bytes.EMPTY);
  }

  static HttpRequestMessage post(String target, String contentType, String body) {
    return new HttpRequestMessage(
        "POST", target, headers("Content-Type: " + contentType), Bytes.utf8(body));
  }

  static HttpResponseMessage answer(int status, String body, String... headers) {
    return new HttpResponseMessage(status, headers(headers), Bytes.utf8(body));
  }

  static HttpResponseMessage json(int status, String body) {
    return answer(status, body, "Content-Type: application/json");
  }

  static List<Header> headers(String... lines) {
    return Stream.of(lines)
        .map(line -> line.split(": ", 2))
        .map(parts -> new Header(parts[0], parts[1]))
        .toList();
  }
}
