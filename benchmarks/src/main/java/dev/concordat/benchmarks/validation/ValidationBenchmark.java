package dev.concordat.benchmarks.validation;

import com.networknt.schema.OutputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonValue;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One message judged by three validators, formats asserted by all: `accepts` says yes or no, `violations` says all that
/// is wrong, both of a parsed tree; `read` starts from the bytes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ValidationBenchmark {
  /// Which schema and messages.
  @Param({"order", "events"})
  public String shape = "order";

  /// Whether the message keeps the schema.
  @Param({"valid", "invalid"})
  public String kept = "valid";

  private final tools.jackson.databind.ObjectMapper mapper =
      new tools.jackson.databind.ObjectMapper();
  private final com.fasterxml.jackson.databind.ObjectMapper olderMapper =
      new com.fasterxml.jackson.databind.ObjectMapper();
  private byte[] bytes = {};
  private Given given;

  private record Given(
      Schema concordat,
      JsonValue concordatTree,
      com.networknt.schema.Schema networknt,
      tools.jackson.databind.JsonNode networkntTree,
      Validator harrel,
      URI harrelSchema,
      com.fasterxml.jackson.databind.JsonNode harrelTree) {}

  @SuppressWarnings("NullAway.Init") // JMH calls `prepare` before anything else.
  public ValidationBenchmark() {}

  /// Compiles the schema three times and parses the message three times; all must agree about it.
  @Setup
  public void prepare() throws Exception {
    Message message = Message.of(shape);
    boolean isValid = kept.equals("valid");
    String text = isValid ? message.valid() : message.invalid();
    bytes = text.getBytes(StandardCharsets.UTF_8);
    var documents = new Documents(Path.of("."));
    var document =
        documents.parse("schema.json", message.schema().getBytes(StandardCharsets.UTF_8));
    Validator harrel =
        new ValidatorFactory().withEvaluatorFactory(new FormatEvaluatorFactory()).createValidator();
    given =
        new Given(
            new SchemaLoader(documents, Dialect.DRAFT_2020_12).load(document.root()),
            JsonParser.parse(bytes).value().orElseThrow(),
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(message.schema()),
            mapper.readTree(bytes),
            harrel,
            harrel.registerSchema(message.schema()),
            olderMapper.readTree(bytes));
    if (concordatAccepts() != isValid || networkntAccepts() != isValid || harrel() != isValid) {
      throw new IllegalStateException(
          "not all agree: " + concordatAccepts() + networkntAccepts() + harrel());
    }
  }

  @Benchmark
  public boolean concordatAccepts() {
    return given.concordat.accepts(given.concordatTree);
  }

  @Benchmark
  public Object concordatViolations() {
    return given.concordat.validate(given.concordatTree);
  }

  @Benchmark
  public boolean concordatRead() {
    return given.concordat.accepts(JsonParser.parse(bytes).value().orElseThrow());
  }

  @Benchmark
  public boolean networkntAccepts() {
    return given.networknt.validate(
        given.networkntTree, OutputFormat.BOOLEAN, ValidationBenchmark::assertFormats);
  }

  @Benchmark
  public Object networkntViolations() {
    return given.networknt.validate(given.networkntTree, ValidationBenchmark::assertFormats);
  }

  @Benchmark
  public boolean networkntRead() {
    return given.networknt.validate(
        mapper.readTree(bytes), OutputFormat.BOOLEAN, ValidationBenchmark::assertFormats);
  }

  /// It has one way only: all that is wrong.
  @Benchmark
  public boolean harrel() {
    return given
        .harrel
        .validate(given.harrelSchema, new JacksonNode.Factory().wrap(given.harrelTree))
        .isValid();
  }

  @Benchmark
  public boolean harrelRead() throws Exception {
    return given
        .harrel
        .validate(given.harrelSchema, new JacksonNode.Factory().wrap(olderMapper.readTree(bytes)))
        .isValid();
  }

  private static void assertFormats(com.networknt.schema.ExecutionContext context) {
    context.executionConfig(config -> config.formatAssertionsEnabled(true));
  }
}
