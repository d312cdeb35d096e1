package dev.concordat.contracts.avro;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds records of which no value can end, because each needs another one.
final class EndlessRecords {
  private final Map<String, AvroDefinition> definitions;
  private final Set<String> ending = new HashSet<>();

  private EndlessRecords(Map<String, AvroDefinition> definitions) {
    this.definitions = definitions;
  }

  static List<String> in(Map<String, AvroDefinition> definitions) {
    var search = new EndlessRecords(definitions);
    boolean isNew = true;
    while (isNew) {
      isNew = false;
      for (AvroDefinition definition : definitions.values()) {
        isNew |= search.ends(definition) && search.ending.add(definition.fullName());
      }
    }
    return definitions.keySet().stream().filter(name -> !search.ending.contains(name)).toList();
  }

  private boolean ends(AvroDefinition definition) {
    return switch (definition) {
      case AvroDefinition.Structure structure ->
          structure.fields().stream().allMatch(field -> ends(field.type()));
      case AvroDefinition.Enumeration ignored -> true;
      case AvroDefinition.Fixed ignored -> true;
    };
  }

  private boolean ends(AvroType type) {
    return switch (type) {
      case AvroType.Union union -> union.branches().stream().anyMatch(this::ends);
      case AvroType.Named named ->
          !definitions.containsKey(named.fullName()) || ending.contains(named.fullName());
      case AvroType.Primitive ignored -> true;
      case AvroType.Items ignored -> true;
      case AvroType.Values ignored -> true;
      case AvroType.Unreadable ignored -> true;
    };
  }
}
