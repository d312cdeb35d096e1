package dev.concordat.standin.view;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.Naming;
import dev.concordat.standin.state.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Members that say when a thing came to be or changed, from the world's own clock.
final class Times {
  private static final List<String> CREATED = List.of("creat", "insert", "added", "registered");
  private static final List<String> CHANGED = List.of("updat", "modif", "changed");

  private Times() {}

  /// The time that a member tells; nothing for a member that tells none.
  static Optional<JsonValue> of(String member, Schema schema, Entity entity) {
    String plain = Naming.plain(member);
    Optional<Instant> time =
        CREATED.stream().anyMatch(plain::contains)
            ? Optional.of(entity.created())
            : CHANGED.stream().anyMatch(plain::contains)
                ? Optional.of(entity.changed())
                : Optional.empty();
    return time.flatMap(instant -> written(schema, instant));
  }

  private static Optional<JsonValue> written(Schema schema, Instant time) {
    Optional<String> format = schema.view().format();
    Optional<JsonValue> value =
        switch (format.orElse("")) {
          case "date-time" -> Optional.of(new JsonString(time.toString()));
          case "date" -> Optional.of(new JsonString(time.toString().substring(0, 10)));
          case "int64", "unix-time", "timestamp" ->
              SchemaShape.types(schema).contains("number")
                  ? Optional.of(JsonNumber.of(time.getEpochSecond()))
                  : Optional.empty();
          default -> Optional.empty();
        };
    return value.filter(it -> schema.accepts(it, Direction.RESPONSE));
  }
}
