package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
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

  /// Each validator knows one schema. Left to itself, it would draw a name at random.
  private static final URI NAME_OF_SCHEMA = URI.create("https://concordat.invalid/schema");

  /// Made once: what is known of keywords is the same for all schemas.
  private static final ValidatorFactory VALIDATORS =
      new ValidatorFactory()
          .withDisabledSchemaValidation(true)
          .withDialect(VotedDialect.INSTANCE)
          .withDefaultDialect(VotedDialect.INSTANCE)
          .withJsonNodeFactory(VotedValue.FACTORY);

  private final Map<Asked, Set<String>> expected = new HashMap<>();
  private final Map<Asked, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Known> eldest) {
          return size() > MAX_READY;
        }
      };

  private record Asked(Schema schema, Direction direction) {}

  /// @param members that values may have to be judged by it
  private record Known(Set<String> members, Optional<Validator> validator) {}

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
      last = known(asked, members, expected.getOrDefault(asked, Set.of()));
      known.put(asked, last);
    }
    return last.validator.flatMap(voter -> vote(voter, value));
  }

  /// Where the schema is too big for all that is expected, it is written for this value alone.
  private static Known known(Asked asked, Set<String> members, Set<String> expected) {
    Set<String> more = new HashSet<>(members);
    more.addAll(expected);
    Optional<JsonObject> common = WrittenSchemas.opposite(asked.schema, asked.direction, more);
    return common.isPresent()
        ? new Known(more, prepare(common.get()))
        : new Known(
            members,
            WrittenSchemas.opposite(asked.schema, asked.direction, members)
                .flatMap(SecondVoter::prepare));
  }

  private static Optional<Validator> prepare(JsonObject document) {
    try {
      Validator validator = VALIDATORS.createValidator();
      validator.registerSchema(NAME_OF_SCHEMA, new VotedValue(document, ""));
      return Optional.of(validator);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // A schema that it cannot read, whatever it throws, is one that it does not judge.
      return Optional.empty();
    }
  }

  /// The document takes what the schema refuses.
  private static Optional<Boolean> vote(Validator voter, JsonValue value) {
    try {
      return Optional.of(!voter.validate(NAME_OF_SCHEMA, new VotedValue(value, "")).isValid());
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return Optional.empty();
    }
  }
}
