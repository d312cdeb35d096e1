package dev.concordat.contracts.avro;

import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// A type that has a name.
public sealed interface AvroDefinition {
  /// The name with its namespace.
  String fullName();

  /// Former names, with their namespaces.
  List<String> aliases();

  Sentence at();

  /// `record`, or `error` in a protocol.
  record Structure(
      String fullName, List<String> aliases, boolean isError, List<AvroField> fields, Sentence at)
      implements AvroDefinition {
    public Structure {
      aliases = List.copyOf(aliases);
      fields = List.copyOf(fields);
    }

    public Optional<AvroField> field(String name) {
      return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
  }

  /// `enum`.
  ///
  /// @param defaultSymbol what a reader takes a symbol for that it does not know
  record Enumeration(
      String fullName,
      List<String> aliases,
      List<String> symbols,
      Optional<String> defaultSymbol,
      Sentence at)
      implements AvroDefinition {
    public Enumeration {
      aliases = List.copyOf(aliases);
      symbols = List.copyOf(symbols);
    }
  }

  /// `fixed`: so many bytes.
  record Fixed(
      String fullName, List<String> aliases, int size, Optional<LogicalType> logical, Sentence at)
      implements AvroDefinition {
    public Fixed {
      aliases = List.copyOf(aliases);
    }
  }
}
