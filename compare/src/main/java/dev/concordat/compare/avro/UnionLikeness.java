package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether two unions are alike branch by branch, down to the names of fields and symbols, namespaces left out. Avro's
/// library for Java reads such unions without looking for branches.
final class UnionLikeness {
  private final SchemaPair schemas;
  private final ReaderAliases aliases;
  private final Set<SchemaPair.Key> alike = new HashSet<>();
  private int steps;

  UnionLikeness(SchemaPair schemas, ReaderAliases aliases) {
    this.schemas = schemas;
    this.aliases = aliases;
  }

  boolean areAlike(Pair unions) {
    Set<SchemaPair.Key> seen = new HashSet<>();
    Deque<Pair> waiting = new ArrayDeque<>(List.of(unions));
    while (!waiting.isEmpty()) {
      Pair pair = waiting.removeFirst();
      SchemaPair.Key key = schemas.key(pair);
      if (alike.contains(key) || !seen.add(key)) {
        continue;
      }
      Optional<List<Pair>> inner = inner(pair);
      if (inner.isEmpty() || ++steps > ReadingLimits.MAX_LIKENESS_STEPS) {
        return false;
      }
      waiting.addAll(inner.get());
    }
    alike.addAll(seen);
    return true;
  }

  /// What must be alike inside; nothing for types that are not alike.
  private Optional<List<Pair>> inner(Pair pair) {
    if (schemas.writerShape(pair.writer()) != schemas.readerShape(pair.reader())) {
      return Optional.empty();
    }
    return switch (pair.writer()) {
      case AvroType.Items written when pair.reader() instanceof AvroType.Items read ->
          Optional.of(List.of(new Pair(written.items(), read.items())));
      case AvroType.Values written when pair.reader() instanceof AvroType.Values read ->
          Optional.of(List.of(new Pair(written.values(), read.values())));
      case AvroType.Union written when pair.reader() instanceof AvroType.Union read ->
          sideBySide(written.branches(), read.branches());
      case AvroType.Named written when pair.reader() instanceof AvroType.Named read ->
          named(
              schemas.writer().definition(written).orElseThrow(),
              schemas.reader().definition(read).orElseThrow());
      case AvroType.Unreadable ignored -> Optional.empty();
      default -> Optional.of(List.of());
    };
  }

  private static Optional<List<Pair>> sideBySide(List<AvroType> written, List<AvroType> read) {
    if (written.size() != read.size()) {
      return Optional.empty();
    }
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < written.size(); i++) {
      pairs.add(new Pair(written.get(i), read.get(i)));
    }
    return Optional.of(pairs);
  }

  private Optional<List<Pair>> named(AvroDefinition written, AvroDefinition read) {
    if (!Names.areAlike(aliases.typeName(written.fullName()), read.fullName())) {
      return Optional.empty();
    }
    return switch (written) {
      case AvroDefinition.Enumeration from
          when read instanceof AvroDefinition.Enumeration to
              && from.symbols().equals(to.symbols()) ->
          Optional.of(List.of());
      case AvroDefinition.Fixed from
          when read instanceof AvroDefinition.Fixed to && from.size() == to.size() ->
          Optional.of(List.of());
      case AvroDefinition.Structure from
          when read instanceof AvroDefinition.Structure to && namesOf(from).equals(namesIn(to)) ->
          sideBySide(
              from.fields().stream().map(AvroField::type).toList(),
              to.fields().stream().map(AvroField::type).toList());
      case AvroDefinition.Enumeration ignored -> Optional.empty();
      case AvroDefinition.Fixed ignored -> Optional.empty();
      case AvroDefinition.Structure ignored -> Optional.empty();
    };
  }

  /// The reader's names for the fields.
  private List<String> namesOf(AvroDefinition.Structure written) {
    String record = aliases.typeName(written.fullName());
    return written.fields().stream().map(field -> aliases.fieldName(record, field.name())).toList();
  }

  private static List<String> namesIn(AvroDefinition.Structure read) {
    return read.fields().stream().map(AvroField::name).toList();
  }
}
