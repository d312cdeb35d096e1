package dev.concordat.conform.service;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An object with these members and no others.
///
/// @param moreIf the fault with which others are let through
record ObjectShape(Map<String, Member> members, Optional<Fault> moreIf) implements Shape {
  record Member(Shape shape, boolean isRequired, Optional<Fault> missingIf) {}

  static ObjectShape object() {
    return new ObjectShape(Map.of(), Optional.empty());
  }

  ObjectShape required(String name, Shape shape) {
    return with(name, new Member(shape, true, Optional.empty()));
  }

  /// Required, unless the fault is on.
  ObjectShape required(String name, Shape shape, Fault missingIf) {
    return with(name, new Member(shape, true, Optional.of(missingIf)));
  }

  ObjectShape optional(String name, Shape shape) {
    return with(name, new Member(shape, false, Optional.empty()));
  }

  ObjectShape moreIf(Fault fault) {
    return new ObjectShape(members, Optional.of(fault));
  }

  private ObjectShape with(String name, Member member) {
    var more = new LinkedHashMap<>(members);
    more.put(name, member);
    return new ObjectShape(more, moreIf);
  }

  @Override
  public String broken(JsonValue value, Set<Fault> faults) {
    if (!(value instanceof JsonObject object)) {
      return "is not an object";
    }
    for (Map.Entry<String, Member> entry : members.entrySet()) {
      String name = entry.getKey();
      Member member = entry.getValue();
      Optional<JsonValue> given = object.member(name);
      if (given.isEmpty()
          && member.isRequired()
          && member.missingIf().filter(faults::contains).isEmpty()) {
        return "lacks " + name;
      }
      String broken = given.map(it -> member.shape().broken(it, faults)).orElse("");
      if (!broken.isEmpty()) {
        return name + " " + broken;
      }
    }
    return object.members().keySet().stream()
        .filter(name -> !members.containsKey(name))
        .filter(name -> moreIf.filter(faults::contains).isEmpty())
        .findFirst()
        .map(name -> "has " + name + ", which is not documented")
        .orElse("");
  }
}
