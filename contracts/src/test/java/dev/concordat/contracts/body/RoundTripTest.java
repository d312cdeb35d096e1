package dev.concordat.contracts.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written as a body is read as the same value, in every media type.
class RoundTripTest {
  private static final int VALUES = 200;
  private static final String OBJECT =
      "{type: object, xml: {name: thing}, properties: {s: {type: string}, n: {type: number}, b: {type: boolean},"
          + " l: {type: array, items: {type: string}}, w: {type: array, xml: {wrapped: true}, items: {type: integer, xml: {name: item}}},"
          + " o: {type: object, properties: {s: {type: string}, n: {type: integer}}},"
          + " a: {type: string, xml: {attribute: true}}, q: {type: string, xml: {namespace: 'urn:q', prefix: q}}}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "application/json;                  {schema: OBJECT}",
        "application/vnd.a+json;            {schema: OBJECT}",
        "application/xml;                   {schema: OBJECT}",
        "application/vnd.a+xml;             {schema: OBJECT}",
        "multipart/form-data;               {schema: OBJECT}",
        "multipart/form-data;               {schema: OBJECT, encoding: {o: {contentType: application/xml}, s: {contentType: application/json}}}",
        "application/x-www-form-urlencoded; {schema: OBJECT}",
        "application/x-www-form-urlencoded; {schema: OBJECT, encoding: {l: {style: pipeDelimited}, o: {style: deepObject, explode: true}}}",
        "application/x-www-form-urlencoded; {schema: OBJECT, encoding: {l: {style: spaceDelimited}, w: {explode: false}, o: {contentType: application/json}}}",
        "application/jsonl;                 {itemSchema: OBJECT}",
        "application/x-ndjson;              {itemSchema: OBJECT}",
        "application/json-seq;              {itemSchema: OBJECT}",
        "multipart/mixed;                   {itemSchema: OBJECT}",
        "text/event-stream;                 {itemSchema: {type: object, properties: {data: {type: string}}}}",
        "text/plain;                        {schema: {type: string}}",
        "application/octet-stream;          {schema: {type: string, format: binary}}",
      })
  void isReadAsItWasWritten(String type, String mediaType) {
    OpenApiContract contract = Bodies.contract(type, mediaType.replace("OBJECT", OBJECT));
    long seed = 20_26_11;
    var random = new Random(seed);
    var failures = new ArrayList<String>();
    int written = 0;

    for (int i = 0; i < VALUES; i++) {
      JsonValue value = value(type, mediaType, random);
      Optional<BodyEncoder.Encoded> body = BodyEncoder.encode(Bodies.spec(contract), value);
      if (body.isPresent()) {
        written++;
        String read = read(contract, body.get());
        if (!read.equals(sorted(value).toString())) {
          failures.add("seed " + seed + ", value " + value + ", read " + read);
        }
      }
    }

    assertThat(failures).isEmpty();
    assertThat(written).isGreaterThan(VALUES / 10);
  }

  private static String read(OpenApiContract contract, BodyEncoder.Encoded body) {
    MediaType type = MediaType.parse(body.contentType()).orElseThrow();
    Bytes bytes = body.bytes();
    return BodyValue.read(Bodies.spec(contract), type, List.of(), bytes)
            instanceof BodyValue.Value value
        ? sorted(value.value()).toString() + (value.flaws().isEmpty() ? "" : value.flaws())
        : "nothing: " + bytes.utf8();
  }

  private static JsonValue value(String type, String mediaType, Random random) {
    if (type.equals("text/event-stream")) {
      return new JsonArray(List.of(new JsonObject(Map.of("data", new JsonString(text(random))))));
    }
    if (mediaType.contains("itemSchema")) {
      return new JsonArray(List.of(object(random), object(random)));
    }
    return mediaType.contains("OBJECT") ? object(random) : new JsonString(text(random));
  }

  private static JsonObject object(Random random) {
    var members = new LinkedHashMap<String, JsonValue>();
    members.put("s", new JsonString(text(random)));
    if (random.nextBoolean()) {
      members.put("n", new JsonNumber(random.nextInt(1000) + "." + random.nextInt(100) + "0"));
    }
    if (random.nextBoolean()) {
      members.put("b", new JsonBoolean(random.nextBoolean()));
    }
    if (random.nextBoolean()) {
      members.put("l", new JsonArray(List.of(new JsonString(text(random)), new JsonString("x"))));
    }
    if (random.nextBoolean()) {
      members.put(
          "w", new JsonArray(List.of(new JsonNumber("1"), new JsonNumber("9007199254740993"))));
    }
    if (random.nextBoolean()) {
      members.put(
          "o", new JsonObject(Map.of("s", new JsonString(text(random)), "n", new JsonNumber("5"))));
    }
    if (random.nextBoolean()) {
      members.put("a", new JsonString(text(random)));
    }
    if (random.nextBoolean()) {
      members.put("q", new JsonString(text(random)));
    }
    return new JsonObject(members);
  }

  private static String text(Random random) {
    String[] pieces = {"a", " ", "ë", "😀", "<", "&", "\"", "=", "+", "%", ";", "\n", "--", "1"};
    var out = new StringBuilder("t");
    for (int i = random.nextInt(6); i > 0; i--) {
      out.append(pieces[random.nextInt(pieces.length)]);
    }
    return out.append('z').toString();
  }

  private static JsonValue sorted(JsonValue value) {
    return switch (value) {
      case JsonArray array ->
          new JsonArray(array.items().stream().map(RoundTripTest::sorted).toList());
      case JsonObject object -> {
        var members = new LinkedHashMap<String, JsonValue>();
        object.members().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
        yield new JsonObject(members);
      }
      default -> value;
    };
  }
}
