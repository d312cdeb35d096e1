package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which branch of its union a reader takes for a type of the writer: one of the same full name; else a record whose
/// fields are there, of the same simple name if possible; else the first to which a number or text is promoted. So does
/// Avro's library for Java.
final class UnionChoice {
  /// Records in records whose fields are looked at.
  private static final int MAX_DEPTH = 200;

  private final SchemaPair schemas;
  private final ReaderAliases aliases;
  private final Map<SchemaPair.Key, Boolean> faulty = new HashMap<>();

  UnionChoice(SchemaPair schemas, ReaderAliases aliases) {
    this.schemas = schemas;
    this.aliases = aliases;
  }

  Optional<AvroType> choose(AvroType written, AvroType.Union union) {
    return choose(written, union, 0);
  }

  private Optional<AvroType> choose(AvroType written, AvroType.Union union, int depth) {
    Shape shape = schemas.writerShape(written);
    List<AvroType> same =
        union.branches().stream().filter(branch -> schemas.readerShape(branch) == shape).toList();
    Optional<AvroType> found =
        shape.isNamed() ? named(written, shape, same, depth) : same.stream().findFirst();
    return found.or(
        () ->
            union.branches().stream()
                .filter(branch -> schemas.readerShape(branch).takes(shape))
                .findFirst());
  }

  private Optional<AvroType> named(AvroType written, Shape shape, List<AvroType> same, int depth) {
    String name = aliases.typeName(written.branchName());
    Optional<AvroType> exact =
        same.stream().filter(branch -> branch.branchName().equals(name)).findFirst();
    if (exact.isPresent() || shape != Shape.RECORD) {
      return exact;
    }
    List<AvroType> alike =
        same.stream().filter(branch -> !isFaulty(new Pair(written, branch), depth + 1)).toList();
    // Of several with the same simple name the library takes the last.
    return alike.stream()
        .filter(branch -> Names.areAlike(branch.branchName(), name))
        .reduce((first, second) -> second)
        .or(() -> alike.stream().findFirst());
  }

  /// Whether a record lacks what another needs, looking no further than its fields' types.
  private boolean isFaulty(Pair records, int depth) {
    SchemaPair.Key key = schemas.key(records);
    Boolean known = faulty.putIfAbsent(key, false);
    if (known != null || depth > MAX_DEPTH) {
      return known != null && known;
    }
    boolean isFaulty = lacksField(records) || hasFaultyField(records, depth);
    faulty.put(key, isFaulty);
    return isFaulty;
  }

  private boolean lacksField(Pair records) {
    return FieldMatch.of(schemas, aliases, records)
        .filter(match -> match.missing().isEmpty() && match.twice().isEmpty())
        .isEmpty();
  }

  private boolean hasFaultyField(Pair records, int depth) {
    return FieldMatch.of(schemas, aliases, records).stream()
        .flatMap(match -> match.taken().stream())
        .anyMatch(taken -> isError(taken.types(), depth));
  }

  private boolean isError(Pair pair, int depth) {
    Shape written = schemas.writerShape(pair.writer());
    Shape read = schemas.readerShape(pair.reader());
    if (written == Shape.UNION || written == Shape.UNKNOWN || read == Shape.UNKNOWN) {
      return false;
    }
    if (pair.reader() instanceof AvroType.Union union) {
      return choose(pair.writer(), union, depth + 1).isEmpty();
    }
    if (written != read) {
      return !read.takes(written);
    }
    return switch (written) {
      case RECORD -> lacksField(pair);
      case ENUM -> !isSameName(pair);
      case FIXED -> !isSameName(pair) || size(pair.writer(), true) != size(pair.reader(), false);
      case NULL, BOOLEAN, INT, LONG, FLOAT, DOUBLE, BYTES, STRING, ARRAY, MAP, UNION, UNKNOWN ->
          false;
    };
  }

  private boolean isSameName(Pair pair) {
    return Names.areAlike(aliases.typeName(pair.writer().branchName()), pair.reader().branchName());
  }

  private int size(AvroType type, boolean isWriter) {
    return type instanceof AvroType.Named named
            && (isWriter ? schemas.writer() : schemas.reader()).definition(named).orElse(null)
                instanceof AvroDefinition.Fixed fixed
        ? fixed.size()
        : 0;
  }
}
