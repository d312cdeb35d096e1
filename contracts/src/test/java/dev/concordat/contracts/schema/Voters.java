package dev.concordat.contracts.schema;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Three validators with the same schema: ours, networknt and dev.harrel. `format` is an annotation for all; numbers are
/// read with all their digits.
public final class Voters {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final com.fasterxml.jackson.databind.ObjectMapper OLDER_MAPPER =
      com.fasterxml.jackson.databind.json.JsonMapper.builder()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(
              com.fasterxml.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final SchemaLoader loader;
  private final Schema ours;
  private final Vote networknt;
  private final Vote harrel;

  /// What the validators say; nothing where one failed or does not know the dialect.
  public record Votes(boolean ours, Optional<Boolean> networknt, Optional<Boolean> harrel) {
    boolean agree() {
      return of("networknt") == ours && of("dev.harrel") == ours;
    }

    /// What a peer says; what ours does, where it says nothing.
    boolean of(String peer) {
      return (peer.equals("networknt") ? networknt : harrel).orElse(ours);
    }
  }

  @FunctionalInterface
  private interface Vote {
    boolean accepts(String value) throws Exception;
  }

  public Voters(Dialect dialect, String schema, Map<String, String> remotes) {
    var documents = new Documents(Path.of("."));
    remotes.forEach(
        (uri, text) -> documents.provide(uri, documents.parse(nameOf(uri), utf8(text))));
    this.loader = SchemaLoader.withFormatsAsAnnotations(documents, dialect);
    this.ours = loader.load(documents.parse("case.json", utf8(schema)).root());
    this.networknt = networknt(dialect, schema, remotes);
    this.harrel = harrel(dialect, schema, remotes);
  }

  /// What is wrong with the schema.
  List<Problem> problems() {
    loader.compileAll(ours);
    return loader.problems();
  }

  public Votes ask(JsonValue value) {
    String text = value.toString();
    return new Votes(ours.accepts(value), vote(networknt, text), vote(harrel, text));
  }

  private static Optional<Boolean> vote(Vote voter, String value) {
    try {
      return Optional.of(voter.accepts(value));
    } catch (Exception | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static Vote networknt(Dialect dialect, String schema, Map<String, String> remotes) {
    try {
      var registry =
          SchemaRegistry.withDefaultDialect(
              switch (dialect) {
                case DRAFT_4 -> com.networknt.schema.dialect.Dialects.getDraft4();
                case DRAFT_6 -> com.networknt.schema.dialect.Dialects.getDraft6();
                case DRAFT_7, ASYNCAPI -> com.networknt.schema.dialect.Dialects.getDraft7();
                case DRAFT_2019_09 -> com.networknt.schema.dialect.Dialects.getDraft201909();
                case DRAFT_2020_12 -> com.networknt.schema.dialect.Dialects.getDraft202012();
                case SWAGGER_2_0, OPENAPI_3_0 ->
                    com.networknt.schema.dialect.Dialects.getOpenApi30();
                case OPENAPI_3_1 -> com.networknt.schema.dialect.Dialects.getOpenApi31();
              },
              builder ->
                  builder
                      .schemas(remotes)
                      .schemaRegistryConfig(
                          new SchemaRegistryConfig.Builder()
                              .formatAssertionsEnabled(false)
                              .regularExpressionFactory(JDKRegularExpressionFactory.getInstance())
                              .build()));
      com.networknt.schema.Schema compiled = registry.getSchema(MAPPER.readTree(schema));
      return value -> compiled.validate(MAPPER.readTree(value)).isEmpty();
    } catch (Exception | StackOverflowError e) {
      return value -> {
        throw new IllegalArgumentException(e);
      };
    }
  }

  private static Vote harrel(Dialect dialect, String schema, Map<String, String> remotes) {
    try {
      var factory =
          new ValidatorFactory()
              .withDisabledSchemaValidation(true)
              .withJsonNodeFactory(new JacksonNode.Factory(OLDER_MAPPER))
              .withSchemaResolver(
                  uri ->
                      remotes.containsKey(uri)
                          ? SchemaResolver.Result.fromString(remotes.get(uri))
                          : SchemaResolver.Result.empty())
              .withDefaultDialect(
                  switch (dialect) {
                    case DRAFT_4 -> new Dialects.Draft4Dialect();
                    case DRAFT_6 -> new Dialects.Draft6Dialect();
                    case DRAFT_7, ASYNCAPI -> new Dialects.Draft7Dialect();
                    case DRAFT_2019_09 -> new Dialects.Draft2019Dialect();
                    case DRAFT_2020_12, OPENAPI_3_1 -> new Dialects.Draft2020Dialect();
                    case SWAGGER_2_0, OPENAPI_3_0 ->
                        throw new IllegalArgumentException("a dialect it does not know");
                  });
      Validator validator = factory.createValidator();
      URI uri = validator.registerSchema(schema);
      return value -> validator.validate(uri, value).isValid();
    } catch (Exception | StackOverflowError e) {
      return value -> {
        throw new IllegalArgumentException(e);
      };
    }
  }

  private static String nameOf(String uri) {
    return "remotes/" + uri.replaceFirst("^[a-z]+://[^/]*/", "");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
