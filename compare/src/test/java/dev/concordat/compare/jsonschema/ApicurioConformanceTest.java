package dev.concordat.compare.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.avro.AvroReader;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.jsonschema.JsonSchemaReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Ours beside what Apicurio Registry says of the same pairs. Reported, not demanded: where both differ, ours has a proof or
/// a witness.
@Tag("conformance")
class ApicurioConformanceTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("corpora", "../../shared/corpora")).resolve("compat");

  private record Case(String id, String compatibility, JsonValue original, JsonValue updated) {}

  private static List<Case> cases(String file) throws IOException {
    Path path = CORPORA.resolve(file);
    Assumptions.assumeTrue(Files.exists(path), () -> "no corpus at " + path.toAbsolutePath());
    var cases = new ArrayList<Case>();
    JsonValue all = JsonParser.parse(Files.readAllBytes(path)).value().orElseThrow();
    for (JsonValue each : ((JsonArray) all).items()) {
      JsonObject object = (JsonObject) each;
      cases.add(
          new Case(
              text(object, "id"),
              text(object, "compatibility"),
              object.member("original").orElseThrow(),
              object.member("updated").orElseThrow()));
    }
    return cases;
  }

  private static String text(JsonObject object, String name) {
    return object.member(name).orElse(null) instanceof JsonString(String text) ? text : "";
  }

  private static Contract jsonSchema(String file, JsonValue schema) {
    var documents = new Documents(Path.of("."));
    return new JsonSchemaReader(documents)
        .read(documents.parse(file, schema.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static Contract avro(String file, JsonValue schema) {
    return AvroReader.read(
        new Documents(Path.of("."))
            .parse(file, schema.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void jsonSchemasReadClosedAreReported() throws IOException {
    report("apicurio-jsonschema.json", Reading.CLOSED, ApicurioConformanceTest::jsonSchema);
  }

  @Test
  void jsonSchemasReadLiterallyAreReported() throws IOException {
    report("apicurio-jsonschema.json", Reading.LITERAL, ApicurioConformanceTest::jsonSchema);
  }

  @Test
  void avroSchemasAreReported() throws IOException {
    report("apicurio-avro.json", Reading.CLOSED, ApicurioConformanceTest::avro);
  }

  private static void report(
      String file, Reading reading, BiFunction<String, JsonValue, Contract> reader)
      throws IOException {
    List<Case> cases = cases(file);
    int same = 0;
    int asked = 0;
    for (Case each : cases) {
      boolean backward = !each.compatibility().equals("none");
      boolean forward = each.compatibility().equals("both");
      for (Policies.Stored stored : List.of(Policies.Stored.BACKWARD, Policies.Stored.FORWARD)) {
        boolean theirs = stored == Policies.Stored.BACKWARD ? backward : forward;
        ContractComparison ours =
            new Comparer(
                    Policies.defaults(LocalDate.of(2026, 1, 1))
                        .withSender(reading)
                        .withStored(stored))
                .diff(
                    reader.apply("original", each.original()),
                    reader.apply("updated", each.updated()))
                .orElseThrow();
        asked++;
        if (ours.holds() == theirs) {
          same++;
        } else {
          System.out.printf(
              "%s %s %s %s: theirs %s, ours %s%n",
              file, reading, each.id(), stored, theirs ? "holds" : "breaks", why(ours));
        }
      }
    }
    System.out.printf("%s %s: the same in %d of %d directions%n", file, reading, same, asked);
    assertThat(asked).isEqualTo(2 * cases.size());
  }

  private static String why(ContractComparison ours) {
    return ours.differences().stream()
        .filter(each -> each.impact() == Impact.BREAKS || each.impact() == Impact.UNKNOWN)
        .findFirst()
        .map(each -> each.impact() + " " + value(each) + " " + each.message())
        .orElse("holds");
  }

  private static String value(Difference difference) {
    return difference.evidence() instanceof Evidence.Witnessed(var witness)
            && witness.message() instanceof WitnessMessage.Value(JsonValue value)
        ? value.toString()
        : "";
  }
}
