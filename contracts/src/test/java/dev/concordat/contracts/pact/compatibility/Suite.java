package dev.concordat.contracts.pact.compatibility;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactGenerators;
import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.pact.writing.PactWriter;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import io.cucumber.datatable.DataTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder of the compatibility suite, and how its tables state bodies, headers and rules.
final class Suite {
  static final Path FOLDER =
      Path.of(System.getProperty("corpora", "corpora")).resolve("pact-compatibility-suite");

  private static final Pattern CONTENT_TYPE = Pattern.compile("<contentType>(.*)</contentType>");
  private static final Pattern CONTENTS =
      Pattern.compile("<contents([^>]*)>(.*)</contents>", Pattern.DOTALL);
  private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[(.*)]]>", Pattern.DOTALL);
  private static final Pattern HEADER = Pattern.compile("'([^:']+):\\s*([^']*)'");

  private static final long SEED = 20_261_122;
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 22, 15, 30, 0, 0, ZoneOffset.UTC);

  private Suite() {}

  record Body(byte[] bytes, String type) {
    /// As version 4 files state it.
    JsonObject wrapped() {
      return JsonObject.EMPTY
          .with("content", new JsonString(Base64.getEncoder().encodeToString(bytes)))
          .with("contentType", new JsonString(type))
          .with("encoded", new JsonString("base64"));
    }
  }

  /// The body that a cell states; empty where there is none.
  static Optional<Body> body(String cell) {
    if (cell == null || cell.isEmpty()) {
      return Optional.empty();
    }
    if (cell.equals("EMPTY")) {
      return Optional.of(new Body(new byte[0], ""));
    }
    if (cell.startsWith("JSON:")) {
      return Optional.of(new Body(utf8(cell.substring(5).strip()), "application/json"));
    }
    if (cell.startsWith("XML:")) {
      return Optional.of(new Body(utf8(cell.substring(4).strip()), "application/xml"));
    }
    if (cell.startsWith("file:")) {
      return Optional.of(file(cell.substring(5).strip()));
    }
    return Optional.of(new Body(utf8(cell), "text/plain"));
  }

  private static Body file(String name) {
    if (!name.endsWith("-body.xml")) {
      String type =
          switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> "application/json";
            case "jpg" -> "image/jpeg";
            case "pdf" -> "application/pdf";
            default -> "application/octet-stream";
          };
      return new Body(fixture(name), type);
    }
    String text = new String(fixture(name), StandardCharsets.UTF_8);
    Matcher type = CONTENT_TYPE.matcher(text);
    Matcher contents = CONTENTS.matcher(text);
    if (!type.find() || !contents.find()) {
      throw new IllegalArgumentException(name + " is no body");
    }
    Matcher data = CDATA.matcher(contents.group(2));
    String content = data.find() ? data.group(1) : contents.group(2).strip();
    if (contents.group(1).contains("encoding=\"base64\"")) {
      return new Body(Base64.getMimeDecoder().decode(content.strip()), type.group(1));
    }
    boolean hasCrLf = contents.group(1).contains("eol=\"CRLF\"");
    return new Body(utf8(hasCrLf ? content.replace("\n", "\r\n") : content), type.group(1));
  }

  /// The JSON that a cell states, in itself or by naming a fixture.
  static JsonValue json(String cell) {
    byte[] bytes =
        cell.startsWith("JSON:") ? utf8(cell.substring(5).strip()) : fixture(cell.strip());
    return JsonParser.parse(bytes).value().orElseThrow();
  }

  private static byte[] fixture(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve("fixtures").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static JsonValue json(Bytes text) {
    return JsonParser.parse(text.toArray()).value().orElseThrow();
  }

  /// The headers of a cell: `'A: 1', 'A: 2'`.
  static List<Header> headers(String cell) {
    var headers = new ArrayList<Header>();
    Matcher header = HEADER.matcher(cell);
    while (header.find()) {
      headers.add(new Header(header.group(1), header.group(2)));
    }
    return headers;
  }

  /// The cells that are not empty.
  static Map<String, String> filled(Map<String, String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    cells.forEach(
        (name, cell) -> {
          if (cell != null && !cell.isEmpty()) {
            row.put(name, cell);
          }
        });
    return row;
  }

  /// What tables write for a value: JSON after `JSON:`, else text.
  static JsonValue value(String cell) {
    String text = cell.replace("\\\"", "\"");
    return text.startsWith("JSON:") ? json(text) : new JsonString(text);
  }

  /// A request or response of a version 4 file, as a row states it.
  static JsonObject message(Map<String, String> cells) {
    Map<String, String> row = filled(cells);
    JsonObject message = JsonObject.EMPTY;
    Optional<Body> body = body(row.get("body"));
    String type = row.getOrDefault("content type", body.map(Body::type).orElse(""));
    JsonObject headers = JsonObject.EMPTY;
    if (body.isPresent()) {
      message = message.with("body", new Body(body.get().bytes(), type).wrapped());
      headers = headers.with("Content-Type", JsonArray.of(new JsonString(type)));
    }
    Matcher header = HEADER.matcher(row.getOrDefault("headers", ""));
    while (header.find()) {
      headers = headers.with(header.group(1), JsonArray.of(new JsonString(header.group(2))));
    }
    if (row.containsKey("query")) {
      message = message.with("query", new JsonString(row.get("query")));
    }
    if (row.containsKey("status")) {
      message = message.with("status", JsonParser.parse(row.get("status")).value().orElseThrow());
    }
    if (row.containsKey("matching rules")) {
      message = message.with("matchingRules", json(row.get("matching rules")));
    }
    if (row.containsKey("generators")) {
      message = message.with("generators", json(row.get("generators")));
    }
    return message.with("headers", headers);
  }

  /// A pact with one HTTP interaction.
  static PactContract pact(JsonObject request, JsonObject response) {
    return pact(
        PactVersion.V4,
        List.of(
            JsonObject.EMPTY
                .with("type", new JsonString("Synchronous/HTTP"))
                .with("description", new JsonString("an interaction"))
                .with("request", request)
                .with("response", response)));
  }

  /// A pact of a version: interactions of version 4, written in that version and read again.
  static PactContract pact(PactVersion version, List<JsonObject> interactions) {
    JsonObject file =
        JsonObject.EMPTY
            .with("consumer", JsonObject.EMPTY.with("name", new JsonString("c")))
            .with("provider", JsonObject.EMPTY.with("name", new JsonString("p")))
            .with("interactions", new JsonArray(List.copyOf(interactions)))
            .with(
                "metadata",
                JsonObject.EMPTY.with(
                    "pactSpecification", JsonObject.EMPTY.with("version", new JsonString("4.0"))));
    PactContract newest = read(utf8(file.toString()));
    return version == PactVersion.V4
        ? newest
        : read(utf8(PactWriter.write(newest, version).text()));
  }

  static PactContract read(byte[] text) {
    return PactReader.read(new DocumentReader(FOLDER).parse("pact.json", text));
  }

  static PactContract fixturePact(String name) {
    return read(fixture(name));
  }

  static PactGenerators generators() {
    return new PactGenerators(SEED, NOW);
  }

  /// A message of the tables.
  record Message(Body body, Map<String, JsonValue> metadata) {
    static Message of(String cell, Map<String, JsonValue> metadata) {
      return new Message(Suite.body(cell.replace("\\\"", "\"")).orElseThrow(), metadata);
    }

    /// As a provider answers when it is asked for the message.
    HttpResponseMessage answer() {
      var headers = new ArrayList<Header>();
      headers.add(new Header("Content-Type", body.type()));
      if (!metadata.isEmpty()) {
        String json = new JsonObject(metadata).toString();
        headers.add(
            new Header("Pact-Message-Metadata", Base64.getEncoder().encodeToString(utf8(json))));
      }
      return new HttpResponseMessage(200, headers, Bytes.of(body.bytes()));
    }

    /// As version 4 states it.
    JsonObject interaction(String name) {
      return JsonObject.EMPTY
          .with("type", new JsonString("Asynchronous/Messages"))
          .with("description", new JsonString(name))
          .with("contents", body.wrapped())
          .with("metadata", new JsonObject(metadata));
    }
  }

  /// A table of keys and values.
  static Map<String, JsonValue> metadata(DataTable table) {
    Map<String, JsonValue> all = new LinkedHashMap<>();
    table.asMaps().forEach(row -> all.put(row.get("key"), value(row.get("value"))));
    return all;
  }

  /// A table whose columns are parameters; its cells are JSON.
  static JsonObject parameters(DataTable table) {
    JsonObject all = JsonObject.EMPTY;
    for (Map.Entry<String, String> cell : table.asMaps().getFirst().entrySet()) {
      all = all.with(cell.getKey(), json("JSON:" + cell.getValue()));
    }
    return all;
  }

  static JsonObject comments(DataTable table) {
    List<JsonValue> texts =
        table.asMaps().stream()
            .filter(row -> row.get("type").equals("text"))
            .map(row -> (JsonValue) new JsonString(row.get("comment")))
            .toList();
    JsonObject comments = JsonObject.EMPTY.with("text", new JsonArray(texts));
    for (Map<String, String> row : table.asMaps()) {
      if (row.get("type").equals("testname")) {
        comments = comments.with("testname", new JsonString(row.get("comment")));
      }
    }
    return comments;
  }

  /// A pact as a broker keeps it: with names for its interactions, and a link for results.
  static JsonObject brokered(JsonObject pact, String address, int number) {
    String results = "/pacts/provider/p/consumer/c_" + number + "/verification-results";
    JsonArray interactions =
        new JsonArray(
            ((JsonArray) pact.member("interactions").orElseThrow())
                .items().stream()
                    .map(it -> (JsonValue) ((JsonObject) it).with("_id", new JsonString("ID1")))
                    .toList());
    return pact.with("interactions", interactions)
        .with(
            "_links",
            JsonObject.EMPTY.with(
                "pb:publish-verification-results",
                JsonObject.EMPTY.with("href", new JsonString(address + results))));
  }

  /// A pact with one more interaction: asked for a path, it answers with a document.
  static PactContract withInteraction(PactContract pact, String path, JsonObject document) {
    JsonObject interaction =
        JsonObject.EMPTY
            .with("type", new JsonString("Synchronous/HTTP"))
            .with("description", new JsonString("a request for the pact"))
            .with(
                "request",
                JsonObject.EMPTY
                    .with("method", new JsonString("GET"))
                    .with("path", new JsonString(path)))
            .with(
                "response",
                JsonObject.EMPTY.with(
                    "body",
                    JsonObject.EMPTY
                        .with("content", document)
                        .with("contentType", new JsonString("application/json"))));
    JsonObject file = PactWriter.write(pact).json();
    var all = new ArrayList<>(((JsonArray) file.member("interactions").orElseThrow()).items());
    all.add(interaction);
    return read(utf8(file.with("interactions", new JsonArray(all)).toString()));
  }
}
