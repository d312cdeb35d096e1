package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a message says, whatever its fields are called: two sides that know the same numbers mean the same by equal contents.
sealed interface Content {
  /// Integers, booleans (0 and 1) and values of enumerations.
  record Whole(BigInteger value) implements Content {}

  /// Numbers of type `float` and `double`.
  record Floating(double value) implements Content {}

  /// Strings and bytes.
  record Text(ByteString bytes) implements Content {}

  /// A message: for each field that is there, its values.
  record Fields(Map<Integer, List<Content>> values) implements Content {
    public Fields {
      values = Map.copyOf(values);
    }

    /// The first number, in ascending order, under which a reader has something else.
    Optional<Gap> missing(Fields read) {
      for (Map.Entry<Integer, List<Content>> field : new TreeMap<>(values).entrySet()) {
        List<Content> other = read.values.get(field.getKey());
        if (other == null) {
          return Optional.of(new Gap(List.of(field.getKey()), true));
        }
        if (!field.getValue().equals(other)) {
          return Optional.of(inner(field.getKey(), field.getValue(), other));
        }
      }
      return Optional.empty();
    }

    private static Gap inner(int number, List<Content> sent, List<Content> read) {
      if (sent.size() == 1
          && read.size() == 1
          && sent.getFirst() instanceof Fields one
          && read.getFirst() instanceof Fields other) {
        Optional<Gap> gap = one.missing(other);
        if (gap.isPresent()) {
          return gap.get().within(number);
        }
      }
      return new Gap(List.of(number), false);
    }
  }

  /// Where a reader has something else than was sent.
  ///
  /// @param path numbers of fields, from the outside in
  /// @param isLost whether it has nothing there, rather than another value
  record Gap(List<Integer> path, boolean isLost) {
    public Gap {
      path = List.copyOf(path);
    }

    Gap within(int number) {
      var longer = new ArrayList<Integer>();
      longer.add(number);
      longer.addAll(path);
      return new Gap(longer, isLost);
    }
  }
}
