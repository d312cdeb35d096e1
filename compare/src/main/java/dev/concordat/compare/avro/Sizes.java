package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whether there are values of a writer's type of some height, values within values counted: of all its values, or of
/// those that a reader can read. Not thread-safe.
final class Sizes {
  private final Resolution resolution;
  private final SchemaPair schemas;
  private final Map<Question, Boolean> known = new HashMap<>();

  Sizes(Resolution resolution) {
    this.resolution = resolution;
    this.schemas = resolution.schemas();
  }

  private record Question(int writer, int reader, int height) {}

  private static final int ANY_READER = -1;

  /// The least height of a value; nothing where none is low enough.
  ///
  /// @param reader by which it must be readable; absent where that does not matter
  Optional<Integer> height(AvroType writer, Optional<AvroType> reader) {
    for (int height = 0; height <= ReadingLimits.MAX_HEIGHT; height++) {
      if (isWithin(writer, reader, height)) {
        return Optional.of(height);
      }
    }
    return Optional.empty();
  }

  private boolean isWithin(AvroType writer, Optional<AvroType> reader, int height) {
    if (height < 0) {
      return false;
    }
    var question =
        new Question(
            schemas.writerKey(writer),
            reader.map(type -> schemas.key(new Pair(writer, type)).reader()).orElse(ANY_READER),
            height);
    Boolean answer = known.get(question);
    if (answer == null) {
      answer =
          reader.isPresent()
              ? isReadable(new Pair(writer, reader.get()), height)
              : isPlain(writer, height);
      known.put(question, answer);
    }
    return answer;
  }

  private boolean isReadable(Pair pair, int height) {
    return switch (resolution.action(pair)) {
      case Action.Scalar ignored -> true;
      case Action.Items ignored -> true;
      case Action.Values ignored -> true;
      case Action.Symbols symbols -> !symbols.readAs().isEmpty();
      case Action.Fields fields ->
          fields.taken().stream()
                  .allMatch(
                      taken ->
                          isWithin(
                              taken.writer().type(),
                              Optional.of(taken.reader().type()),
                              height - 1))
              && fields.dropped().stream().allMatch(field -> isPlainField(field, height));
      case Action.Branches branches ->
          branches.branches().stream()
              .map(Action.Branch::pair)
              .anyMatch(each -> isWithin(each.writer(), Optional.of(each.reader()), height - 1));
      case Action.Chosen chosen ->
          isWithin(chosen.types().writer(), Optional.of(chosen.types().reader()), height);
      case Action.Refused ignored -> false;
      case Action.Unknown ignored -> false;
    };
  }

  private boolean isPlainField(AvroField field, int height) {
    return isWithin(field.type(), Optional.empty(), height - 1);
  }

  private boolean isPlain(AvroType writer, int height) {
    return switch (writer) {
      case AvroType.Primitive ignored -> true;
      case AvroType.Items ignored -> true;
      case AvroType.Values ignored -> true;
      case AvroType.Union union ->
          union.branches().stream()
              .anyMatch(branch -> isWithin(branch, Optional.empty(), height - 1));
      case AvroType.Named named ->
          switch (schemas.writer().definition(named).orElse(null)) {
            case AvroDefinition.Structure structure ->
                structure.fields().stream().allMatch(field -> isPlainField(field, height));
            case AvroDefinition.Enumeration enumeration -> !enumeration.symbols().isEmpty();
            case AvroDefinition.Fixed ignored -> true;
            case null -> false;
          };
      case AvroType.Unreadable ignored -> false;
    };
  }
}
