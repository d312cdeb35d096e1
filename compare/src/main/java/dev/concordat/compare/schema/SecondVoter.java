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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A validator that others wrote (dev.harrel json-schema), asked about every witness. It sees the schema as 2020-12, as far
/// as the witness meets it, and others of the same schema that are to be shown.
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

  private final Map<Asked, Set<String>> expected = new HashMap<>();
  private final Map<Asked, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Known> eldest) {
          return size() > MAX_READY;
        }
      };

  private record Ready(Validator validator, URI uri) {}

  private record Asked(Schema schema, Direction direction) {}

  /// @param members that values may have to be judged by it
  private record Known(Set<String> members, Optional<Ready> ready) {}

  /// Notes that it may be asked about the value: what many values of one schema need is written for all of them.
  void expect(Schema schema, Direction direction, JsonValue value) {
    WrittenSchemas.addMembers(
        value, expected.computeIfAbsent(new Asked(schema, direction), ignored -> new HashSet<>()));
  }

  /// Whether it takes the value; nothing where it cannot judge.
  Optional<Boolean> accepts(Schema schema, Direction direction, JsonValue value) {
    var asked = new Asked(schema, direction);
    Set<String> members = new HashSet<>();
    WrittenSchemas.addMembers(value, members);
    Known last = known.get(asked);
    if (last == null || !last.members.containsAll(members)) {
      last = known(asked, members);
      known.put(asked, last);
    }
    return last.ready.flatMap(voter -> vote(voter, value));
  }

  /// Where the schema is too big for all that is expected, it is written for this value alone.
  private Known known(Asked asked, Set<String> members) {
    Set<String> more = new HashSet<>(members);
    more.addAll(expected.getOrDefault(asked, Set.of()));
    Optional<JsonObject> common = WrittenSchemas.document(asked.schema, asked.direction, more);
    return common.isPresent()
        ? new Known(more, ready(common.get()))
        : new Known(
            members,
            WrittenSchemas.document(asked.schema, asked.direction, members).flatMap(this::ready));
  }

  private Optional<Ready> ready(JsonObject document) {
    return ready.computeIfAbsent(document, SecondVoter::prepare);
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
