package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A validator that others wrote (dev.harrel json-schema), asked about every witness. It sees the schema as 2020-12, as far
/// as the witness meets it.
final class SecondVoter {
  static final String NAME = "dev.harrel json-schema";

  /// Schemas that are kept ready.
  private static final int MAX_READY = 200;

  private final Map<JsonObject, Optional<Ready>> ready =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonObject, Optional<Ready>> eldest) {
          return size() > MAX_READY;
        }
      };

  /// Made once: what they know of formats and keywords is the same for all schemas.
  private static final EvaluatorFactory EVALUATORS =
      EvaluatorFactory.compose(new BoundedPatterns(), new FormatEvaluatorFactory());

  private record Ready(Validator validator, URI uri) {}

  /// Whether it takes the value; nothing where it cannot judge.
  Optional<Boolean> accepts(Schema schema, Direction direction, JsonValue value) {
    Optional<JsonObject> document = WrittenSchemas.document(schema, direction, value);
    return document
        .flatMap(written -> ready.computeIfAbsent(written, SecondVoter::prepare))
        .flatMap(voter -> vote(voter, value));
  }

  private static Optional<Ready> prepare(JsonObject document) {
    try {
      Validator validator =
          new ValidatorFactory()
              .withDisabledSchemaValidation(true)
              .withDefaultDialect(new Dialects.Draft2020Dialect())
              .withJsonNodeFactory(VotedValue.FACTORY)
              .withEvaluatorFactory(EVALUATORS)
              .createValidator();
      URI uri = validator.registerSchema(new VotedValue(document, ""));
      return Optional.of(new Ready(validator, uri));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // A schema that it cannot read, whatever it throws, is one that it does not judge.
      return Optional.empty();
    }
  }

  private static Optional<Boolean> vote(Ready voter, JsonValue value) {
    try {
      return Optional.of(voter.validator.validate(voter.uri, new VotedValue(value, "")).isValid());
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return Optional.empty();
    }
  }
}
