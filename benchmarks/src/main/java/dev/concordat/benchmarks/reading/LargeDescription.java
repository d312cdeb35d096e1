package dev.concordat.benchmarks.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Writes an OpenAPI 3.1 description as large organisations generate them: many operations over shared and inline
/// schemas, with examples, written out line by line. The same seed and sizes give the same bytes.
public final class LargeDescription {
  private static final int MAX_FIELDS = 9;
  private static final String[] NOUNS = {
    "order", "invoice", "shipment", "customer", "ticket", "asset", "policy", "ledger", "device"
  };
  private static final String[] FIELDS = {
    "id", "name", "status", "createdAt", "amount", "currency", "tags", "url", "owner", "note"
  };

  private final SplittableRandom random;
  private final int schemas;
  private final Indented json;

  private LargeDescription(SplittableRandom random, int schemas, Indented json) {
    this.random = random;
    this.schemas = schemas;
    this.json = json;
  }

  /// Arguments: the file to write, the number of operations, the number of shared schemas, the seed.
  public static void main(String[] arguments) throws IOException {
    int operations = Integer.parseInt(arguments[1]);
    int schemas = Integer.parseInt(arguments[2]);
    write(Path.of(arguments[0]), operations, schemas, Long.parseLong(arguments[3]));
  }

  static void write(Path file, int operations, int schemas, long seed) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      var json = new Indented(writer);
      new LargeDescription(new SplittableRandom(seed), schemas, json).write(operations);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(int operations) {
    json.object(
        () -> {
          json.text("openapi", "3.1.0");
          json.object(
              "info",
              () -> {
                json.text("title", "A large description");
                json.text("version", "1.0.0");
              });
          json.object("paths", () -> IntStream.range(0, operations / 2).forEach(this::path));
          json.object(
              "components",
              () ->
                  json.object("schemas", () -> IntStream.range(0, schemas).forEach(this::shared)));
        });
  }

  private void path(int number) {
    String noun = NOUNS[number % NOUNS.length];
    json.object(
        "/v1/%ss%d/{%sId}".formatted(noun, number, noun),
        () -> {
          json.object("get", () -> operation("get", noun, number, false));
          json.object("put", () -> operation("replace", noun, number, true));
        });
  }

  private void operation(String verb, String noun, int number, boolean hasBody) {
    json.text("operationId", verb + "-" + noun + "-" + number);
    json.text("summary", "To %s one %s of the tenant".formatted(verb, noun));
    json.array(
        "parameters",
        () -> {
          parameter(noun + "Id", "path", true);
          parameter("expand", "query", false);
        });
    if (hasBody) {
      json.object("requestBody", this::content);
    }
    json.object(
        "responses",
        () -> {
          json.object("200", this::content);
          json.object("404", () -> json.text("description", "There is none"));
        });
  }

  private void parameter(String name, String in, boolean required) {
    json.object(
        () -> {
          json.text("name", name);
          json.text("in", in);
          json.raw("required", Boolean.toString(required));
          json.object("schema", () -> json.text("type", "string"));
        });
  }

  private void content() {
    json.text("description", "The whole resource as the tenant sees it");
    json.object(
        "content",
        () ->
            json.object(
                "application/json",
                () -> {
                  json.object("schema", this::schema);
                  json.object("example", this::example);
                }));
  }

  private void schema() {
    json.text("type", "object");
    json.object(
        "properties",
        () -> {
          json.object("id", () -> json.text("type", "string"));
          json.object("kind", this::reference);
          json.object(
              "items",
              () -> {
                json.text("type", "array");
                json.object("items", this::reference);
              });
        });
  }

  private void reference() {
    json.text("$ref", "#/components/schemas/Shared" + random.nextInt(schemas));
  }

  private void example() {
    json.text("id", "id-" + random.nextInt(1_000_000));
    json.raw("items", "[]");
  }

  private void shared(int number) {
    json.object(
        "Shared" + number,
        () -> {
          json.text("type", "object");
          json.text("description", "What the systems exchange about number " + number);
          json.object(
              "properties",
              () -> {
                int fields = 2 + random.nextInt(MAX_FIELDS - 1);
                IntStream.range(0, fields).forEach(this::property);
                json.object("next", this::reference);
              });
          json.raw("required", "[\"" + FIELDS[0] + "\"]");
        });
  }

  private void property(int number) {
    json.object(
        FIELDS[number],
        () -> {
          switch (random.nextInt(4)) {
            case 0 -> {
              json.text("type", "integer");
              json.raw("minimum", Integer.toString(random.nextInt(10)));
            }
            case 1 -> {
              json.text("type", "string");
              json.text("format", "date-time");
            }
            case 2 -> json.raw("enum", "[\"open\", \"closed\", \"lost\"]");
            default -> {
              json.text("type", "string");
              json.raw("maxLength", Integer.toString(50 + random.nextInt(200)));
            }
          }
        });
  }
}
