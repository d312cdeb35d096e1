package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.SchemaMembers;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes objects differ in the texts that providers often want to be unique: names, addresses of mail.
final class Distinct {
  private static final Set<String> MAIL = Set.of("email", "idn-email");

  private Distinct() {}

  /// The object with a number in every text of its own that the contract leaves free.
  static JsonObject of(JsonObject value, Schema schema, int number) {
    Map<String, Schema> members = SchemaMembers.of(schema);
    JsonObject distinct = value;
    for (int i = 0; i < value.size(); i++) {
      String name = value.nameAt(i);
      JsonValue before = value.valueAt(i);
      Optional<JsonValue> changed =
          Optional.ofNullable(members.get(name)).flatMap(member -> changed(before, member, number));
      if (changed.isPresent()) {
        JsonObject other = distinct.with(name, changed.get());
        distinct = schema.accepts(other, Direction.REQUEST) ? other : distinct;
      }
    }
    return distinct;
  }

  private static Optional<JsonValue> changed(JsonValue value, Schema schema, int number) {
    SchemaView view = schema.view();
    boolean isFixed =
        view.enumValues().isPresent()
            || view.constValue().isPresent()
            || view.pattern().isPresent()
            || !(value instanceof JsonString);
    if (isFixed || !(value instanceof JsonString(String text))) {
      return Optional.empty();
    }
    if (view.format().filter(MAIL::contains).isPresent() && text.indexOf('@') > 0) {
      return Optional.of(new JsonString(text.replaceFirst("[0-9]*@", number + "@")));
    }
    return view.format().isEmpty()
        ? Optional.of(new JsonString(text.replaceFirst("( [0-9]+)+$", "") + " " + number))
        : Optional.empty();
  }
}
