package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.avro.AvroType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/// Two schemas, with numbers for their types, so that a pair is met again cheaply however big its types are. Not
/// thread-safe.
final class SchemaPair {
  private final AvroSchema writer;
  private final AvroSchema reader;
  private final Numbers writerNumbers = new Numbers();
  private final Numbers readerNumbers = new Numbers();

  SchemaPair(AvroSchema writer, AvroSchema reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /// What tells a pair from others.
  record Key(int writer, int reader) {
    private static final int SPREAD = 0x9e3779b9;

    /// Numbers are dense on both sides; a plain sum of them would meet itself often.
    @Override
    public int hashCode() {
      int mixed = (writer * SPREAD + reader) * SPREAD;
      return mixed ^ (mixed >>> 16);
    }
  }

  AvroSchema writer() {
    return writer;
  }

  AvroSchema reader() {
    return reader;
  }

  Pair root() {
    return new Pair(writer.root(), reader.root());
  }

  Key key(Pair pair) {
    return new Key(writerNumbers.of(pair.writer()), readerNumbers.of(pair.reader()));
  }

  int writerKey(AvroType type) {
    return writerNumbers.of(type);
  }

  Shape writerShape(AvroType type) {
    return Shape.of(writer, type);
  }

  Shape readerShape(AvroType type) {
    return Shape.of(reader, type);
  }

  /// Types that are named are the same wherever they stand; of others each place is one of its own.
  private static final class Numbers {
    private final Map<String, Integer> named = new HashMap<>();
    private final IdentityHashMap<AvroType, Integer> others = new IdentityHashMap<>();

    int of(AvroType type) {
      int next = named.size() + others.size();
      return type instanceof AvroType.Named name
          ? named.computeIfAbsent(name.fullName(), ignored -> next)
          : others.computeIfAbsent(type, ignored -> next);
    }
  }
}
