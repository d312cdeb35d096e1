package dev.concordat.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterRoundTripTest {
  private static final String TEXT = "{type: string}";
  private static final String LIST = "{type: array, items: {type: string}}";
  private static final String OBJECT =
      "{type: object, properties: {a: {type: string}, b: {type: integer}}}";

  private static Parameter parameter(String in, String style, boolean explode, String schema) {
    String how =
        style.equals("content")
            ? "content: {application/json: {schema: " + schema + "}}"
            : "style: " + style + ", explode: " + explode + ", schema: " + schema;
    String yaml =
        """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths:
          /a/{p}:
            get:
              parameters: [{name: p, in: %s, required: true, %s}]
              responses: {'200': {description: ok}}
        """
            .formatted(in, how);
    var documents = new Documents(Path.of("").toAbsolutePath());
    OpenApiContract contract =
        new OpenApiReader(documents)
            .read(documents.parse("openapi.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    return contract.operations().getFirst().parameters().getFirst();
  }

  private static JsonValue json(String text) {
    return JsonParser.parse(text).value().orElseThrow();
  }

  private static String roundTrip(Parameter parameter, JsonValue value) {
    String path = "x";
    String query = "";
    List<Header> headers = new ArrayList<>();
    switch (parameter.in()) {
      case PATH -> path = ParameterEncoder.path(parameter, value).orElseThrow();
      case QUERY ->
          query = String.join("&", ParameterEncoder.query(parameter, value).orElseThrow());
      case HEADER ->
          headers.add(new Header("P", ParameterEncoder.header(parameter, value).orElseThrow()));
      case QUERYSTRING -> query = ParameterEncoder.querystring(parameter, value).orElseThrow();
      case COOKIE ->
          headers.add(
              new Header(
                  "Cookie",
                  String.join("; ", ParameterEncoder.cookie(parameter, value).orElseThrow())));
    }
    var request = new HttpRequestMessage("GET", "/a/" + path + "?" + query, headers, Bytes.EMPTY);
    var decoded = ParameterDecoder.decode(parameter, RequestFields.of(request, Map.of("p", path)));
    return decoded instanceof ParameterDecoder.Decoded.Present present
        ? present.value().toString()
        : decoded.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "path, simple, false",
    "path, simple, true",
    "path, label, false",
    "path, label, true",
    "path, matrix, false",
    "path, matrix, true",
    "path, content, false",
    "query, form, false",
    "query, form, true",
    "query, content, false",
    "header, simple, false",
    "header, simple, true",
    "header, content, false",
    "cookie, form, true",
    "cookie, content, false",
  })
  void whatIsWrittenInAStyleIsReadInIt(String in, String style, boolean explode) {
    boolean isAscii = in.equals("header");
    String text = isAscii ? "\"a b=c\"" : "\"Zoë/ 😀&=;\"";
    assertThat(roundTrip(parameter(in, style, explode, TEXT), json(text))).isEqualTo(text);

    String list = isAscii ? "[\"a\",\"b c\"]" : "[\"a\",\"ë;=&\"]";
    assertThat(roundTrip(parameter(in, style, explode, LIST), json(list))).isEqualTo(list);

    String object = isAscii ? "{\"a\":\"x\",\"b\":2}" : "{\"a\":\"x ë\",\"b\":2}";
    assertThat(roundTrip(parameter(in, style, explode, OBJECT), json(object))).isEqualTo(object);
  }

  @ParameterizedTest
  @CsvSource({"spaceDelimited", "pipeDelimited"})
  void delimitersOfListsAreRead(String style) {
    assertThat(roundTrip(parameter("query", style, false, LIST), json("[\"a\",\"b\"]")))
        .isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void deepObjectsAreRead() {
    assertThat(
            roundTrip(
                parameter("query", "deepObject", true, OBJECT), json("{\"a\":\"x y\",\"b\":2}")))
        .isEqualTo("{\"a\":\"x y\",\"b\":2}");
  }

  @Test
  void whatAStyleCannotCarryIsNotWritten() {
    assertThat(ParameterEncoder.path(parameter("path", "simple", false, TEXT), json("\"\"")))
        .isEmpty();
    assertThat(ParameterEncoder.path(parameter("path", "simple", false, TEXT), json("\"..\"")))
        .isEmpty();
    assertThat(ParameterEncoder.header(parameter("header", "simple", false, TEXT), json("\"ë\"")))
        .isEmpty();
    assertThat(ParameterEncoder.query(parameter("query", "form", true, LIST), json("[[1]]")))
        .isEmpty();
    assertThat(ParameterEncoder.query(parameter("query", "form", true, LIST), json("[]")))
        .isEmpty();
  }
}
