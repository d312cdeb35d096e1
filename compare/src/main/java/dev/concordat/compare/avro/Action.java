package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a reader reads the writer's data of one pair of types (specification, Schema Resolution).
sealed interface Action {
  /// A primitive or a fixed, taken as it is or promoted.
  record Scalar(Shape from, Shape to) implements Action {}

  /// The items of an array.
  record Items(Pair items) implements Action {}

  /// The values of a map.
  record Values(Pair values) implements Action {}

  /// The symbols of an enumeration: what each is read as. One that is not there cannot be read.
  record Symbols(
      AvroDefinition.Enumeration writer,
      AvroDefinition.Enumeration reader,
      Map<String, String> readAs)
      implements Action {
    public Symbols {
      readAs = Map.copyOf(readAs);
    }
  }

  /// The fields of a record.
  ///
  /// @param taken in the writer's order
  /// @param dropped which the reader has no field for
  /// @param added the reader's that have their default
  record Fields(
      AvroDefinition.Structure writer,
      AvroDefinition.Structure reader,
      List<Taken> taken,
      List<AvroField> dropped,
      List<AvroField> added)
      implements Action {
    public Fields {
      taken = List.copyOf(taken);
      dropped = List.copyOf(dropped);
      added = List.copyOf(added);
    }
  }

  /// A field that both have.
  record Taken(AvroField writer, AvroField reader) {
    Pair types() {
      return new Pair(writer.type(), reader.type());
    }
  }

  /// The branches of a writer's union, each against the reader's whole type, or against the branch beside it where the
  /// unions are alike.
  record Branches(List<Branch> branches) implements Action {
    public Branches {
      branches = List.copyOf(branches);
    }
  }

  /// One branch of a writer's union, and what is done with it.
  ///
  /// @param beside the reader's branch that the value is of; absent where the pair's own action tells
  record Branch(Pair pair, Optional<AvroType> beside) {}

  /// A branch of the reader's union.
  record Chosen(AvroType branch, Pair types) implements Action {}

  /// Nothing of this pair can be read.
  record Refused(Clause why, Sentence writer, Sentence reader) implements Action {}

  /// Nobody can tell.
  record Unknown(String why) implements Action {}
}
