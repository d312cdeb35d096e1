package dev.concordat.contracts.avro;

import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A type as it is used at one place of a schema. What has a name of its own is defined once, in
/// {@link AvroSchema#definitions()}, and named everywhere else, so that recursive types are plain values.
public sealed interface AvroType {
  /// Where it stands.
  Sentence at();

  /// What a union calls this branch in Avro's JSON encoding.
  String branchName();

  /// A type without parts.
  record Primitive(Kind kind, Optional<LogicalType> logical, Sentence at) implements AvroType {
    @Override
    public String branchName() {
      return kind.text();
    }
  }

  /// `array`.
  record Items(AvroType items, Sentence at) implements AvroType {
    @Override
    public String branchName() {
      return "array";
    }
  }

  /// `map`, whose keys are strings.
  record Values(AvroType values, Sentence at) implements AvroType {
    @Override
    public String branchName() {
      return "map";
    }
  }

  /// One of several types.
  record Union(List<AvroType> branches, Sentence at) implements AvroType {
    public Union {
      branches = List.copyOf(branches);
    }

    @Override
    public String branchName() {
      return "union";
    }
  }

  /// A record, enumeration or fixed that is defined elsewhere.
  ///
  /// @param fullName with its namespace
  record Named(String fullName, Sentence at) implements AvroType {
    @Override
    public String branchName() {
      return fullName;
    }
  }

  /// A type that could not be read, which is a problem of the contract; nothing is judged by it.
  record Unreadable(Sentence at) implements AvroType {
    @Override
    public String branchName() {
      return "unreadable";
    }
  }

  /// The primitive types.
  enum Kind {
    NULL,
    BOOLEAN,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BYTES,
    STRING;

    /// As a schema spells it.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> named(String text) {
      for (Kind kind : values()) {
        if (kind.text().equals(text)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
