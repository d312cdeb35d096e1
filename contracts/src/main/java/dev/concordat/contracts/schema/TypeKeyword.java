package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `type`.
record TypeKeyword(List<JsonType> types, boolean fractionless) implements Assertion {
  static Optional<Keyword> compile(KeywordSource source) {
    Set<JsonType> types = new LinkedHashSet<>();
    if (source.value() instanceof ArrayNode several) {
      several.items().forEach(item -> add(source.dialect(), item, types));
    } else {
      add(source.dialect(), source.value(), types);
    }
    return types.isEmpty()
        ? source.wrong("one of null, boolean, integer, number, string, array, object")
        : Optional.of(
            new TypeKeyword(List.copyOf(types), source.dialect().hasFractionlessIntegers()));
  }

  private static void add(Dialect dialect, Node name, Set<JsonType> types) {
    Names.text(name).flatMap(dialect::type).ifPresent(types::add);
  }

  @Override
  public boolean holds(JsonValue value) {
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).holds(value, fractionless)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void explain(JsonValue value, Check check) {
    String wanted = types.stream().map(JsonType::phrase).collect(Collectors.joining(" or "));
    check.fails(
        "type",
        value,
        Violations.shown(value)
            + " is "
            + JsonType.phraseOf(value)
            + ", the contract wants "
            + wanted,
        wanted);
  }
}
