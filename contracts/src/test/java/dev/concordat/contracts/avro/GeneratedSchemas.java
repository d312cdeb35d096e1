package dev.concordat.contracts.avro;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/// Schemas and values at random, as Avro's own library makes them.
final class GeneratedSchemas {
  private static final int MAX_DEPTH = 4;

  private final Random random;
  private int names;

  GeneratedSchemas(Random random) {
    this.random = random;
  }

  Schema schema() {
    names = 0;
    return record(0);
  }

  private Schema record(int depth) {
    String name = "R" + names++;
    var fields = new ArrayList<Schema.Field>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      fields.add(new Schema.Field("f" + i, type(depth + 1), null, null));
    }
    return Schema.createRecord(name, null, "a.b" + random.nextInt(2), false, fields);
  }

  private Schema type(int depth) {
    int kinds = depth >= MAX_DEPTH ? 10 : 14;
    return switch (random.nextInt(kinds)) {
      case 0 -> Schema.create(Schema.Type.NULL);
      case 1 -> Schema.create(Schema.Type.BOOLEAN);
      case 2 -> Schema.create(Schema.Type.INT);
      case 3 -> Schema.create(Schema.Type.LONG);
      case 4 -> Schema.create(Schema.Type.FLOAT);
      case 5 -> Schema.create(Schema.Type.DOUBLE);
      case 6 -> Schema.create(Schema.Type.BYTES);
      case 7 -> Schema.create(Schema.Type.STRING);
      case 8 -> Schema.createEnum("E" + names++, null, "", List.of("A", "B", "C"));
      case 9 -> Schema.createFixed("F" + names++, null, "x.y", random.nextInt(5));
      case 10 -> Schema.createArray(type(depth + 1));
      case 11 -> Schema.createMap(type(depth + 1));
      case 12 -> record(depth + 1);
      default -> union(depth + 1);
    };
  }

  private Schema union(int depth) {
    var branches = new ArrayList<Schema>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      Schema branch = type(depth);
      boolean isKnown =
          branches.stream().anyMatch(b -> b.getFullName().equals(branch.getFullName()));
      if (branch.getType() != Schema.Type.UNION && !isKnown) {
        branches.add(branch);
      }
    }
    return branches.isEmpty()
        ? Schema.createUnion(Schema.create(Schema.Type.NULL))
        : Schema.createUnion(branches);
  }

  /// A value; of the many NaNs only the usual one, for JSON has but one word for them.
  Object value(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> NoValue.NULL;
      case BOOLEAN -> random.nextBoolean();
      case INT -> random.nextInt() >> random.nextInt(32);
      case LONG -> random.nextLong() >> random.nextInt(64);
      case FLOAT ->
          Float.intBitsToFloat(Float.floatToIntBits(Float.intBitsToFloat(random.nextInt())));
      case DOUBLE ->
          Double.longBitsToDouble(
              Double.doubleToLongBits(Double.longBitsToDouble(random.nextLong())));
      case BYTES -> java.nio.ByteBuffer.wrap(bytes(random.nextInt(6)));
      case STRING -> text();
      case FIXED -> new GenericData.Fixed(schema, bytes(schema.getFixedSize()));
      case ENUM ->
          new GenericData.EnumSymbol(schema, "ABC".substring(random.nextInt(3)).substring(0, 1));
      case ARRAY ->
          IntStream.range(0, random.nextInt(4))
              .mapToObj(i -> unwrapped(schema.getElementType()))
              .toList();
      case MAP -> {
        var map = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < random.nextInt(4); i++) {
          map.put(text() + i, unwrapped(schema.getValueType()));
        }
        yield map;
      }
      case UNION -> value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
      case RECORD -> {
        var record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
          record.put(field.pos(), unwrapped(field.schema()));
        }
        yield record;
      }
    };
  }

  private enum NoValue {
    NULL
  }

  private @org.jspecify.annotations.Nullable Object unwrapped(Schema schema) {
    Object value = value(schema);
    return value == NoValue.NULL ? null : value;
  }

  private byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private String text() {
    return List.of("", "a", "Zoë 😀", "\u0000\"\\", "x".repeat(100)).get(random.nextInt(5));
  }
}
