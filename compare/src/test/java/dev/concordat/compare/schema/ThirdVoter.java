package dev.concordat.compare.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import dev.concordat.model.json.JsonValue;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A validator that the product does not ask (networknt), for tests.
final class ThirdVoter {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Schema schema;

  ThirdVoter(JsonValue written) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(),
            builder ->
                builder.schemaRegistryConfig(
                    new SchemaRegistryConfig.Builder()
                        .formatAssertionsEnabled(true)
                        .regularExpressionFactory(JDKRegularExpressionFactory.getInstance())
                        .build()));
    this.schema = registry.getSchema(MAPPER.readTree(written.toString()));
  }

  boolean accepts(JsonValue value) {
    return schema.validate(MAPPER.readTree(value.toString())).isEmpty();
  }
}
