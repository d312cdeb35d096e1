package dev.concordat.contracts.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An array or object that is being read; reused for the next one at the same depth.
final class Frame {
  private static final int MAX_SCANNED_MEMBERS = 12;

  private @Nullable Node node;
  private String[] names = new String[8];
  private int[] keyOffsets = new int[8];
  private @Nullable Node[] values = new Node[8];
  private int size;
  private boolean hasKey;
  private boolean hasMerge;
  private boolean[] merges = new boolean[8];
  int offset;
  boolean isKey;

  void open(Node opened, int at, boolean standsAsKey) {
    node = opened;
    offset = at;
    isKey = standsAsKey;
    size = 0;
    hasKey = false;
    hasMerge = false;
  }

  Node node() {
    if (node == null) {
      throw new IllegalStateException("the frame is closed");
    }
    return node;
  }

  boolean isAtKey() {
    return node instanceof ObjectNode && !hasKey;
  }

  void key(String name, int at, boolean isMerge) {
    grow();
    names[size] = name;
    keyOffsets[size] = at;
    merges[size] = isMerge;
    hasMerge |= isMerge;
    hasKey = true;
  }

  void value(Node value) {
    grow();
    values[size++] = value;
    hasKey = false;
  }

  private void grow() {
    if (size == values.length) {
      names = Arrays.copyOf(names, size * 2);
      keyOffsets = Arrays.copyOf(keyOffsets, size * 2);
      merges = Arrays.copyOf(merges, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
  }

  /// The pointer token of the value that is being read.
  String token() {
    return node instanceof ArrayNode ? Integer.toString(size) : hasKey ? names[size] : "";
  }

  Node close(ReadProblems problems, Supplier<String> pointer) {
    Node closed = node();
    switch (closed) {
      case ArrayNode array -> array.close(List.of(nodes()));
      case ObjectNode object -> closeObject(object, problems, pointer);
      case ScalarNode ignored -> throw new IllegalStateException("a scalar has no frame");
    }
    node = null;
    Arrays.fill(values, 0, size, null);
    return closed;
  }

  private void closeObject(ObjectNode object, ReadProblems problems, Supplier<String> pointer) {
    object.close(Arrays.copyOf(names, size), Arrays.copyOf(keyOffsets, size), nodes());
    noteDuplicates(problems, pointer);
    if (hasMerge) {
      Merge.apply(object, merges, keyOffsets, problems, pointer);
    }
  }

  private Node[] nodes() {
    Node[] all = new Node[size];
    for (int i = 0; i < size; i++) {
      all[i] = Objects.requireNonNull(values[i]);
    }
    return all;
  }

  private void noteDuplicates(ReadProblems problems, Supplier<String> pointer) {
    if (size > MAX_SCANNED_MEMBERS) {
      Map<String, Integer> first = HashMap.newHashMap(size);
      for (int i = 0; i < size; i++) {
        Integer earlier = first.putIfAbsent(names[i], i);
        if (earlier != null && !merges[i]) {
          problems.duplicateKey(names[i], keyOffsets[earlier], keyOffsets[i], pointer);
        }
      }
      return;
    }
    for (int i = 1; i < size; i++) {
      for (int j = 0; j < i; j++) {
        // Names are shared, so equal names are the same object.
        if (isSame(names[i], names[j]) && !merges[i]) {
          problems.duplicateKey(names[i], keyOffsets[j], keyOffsets[i], pointer);
          break;
        }
      }
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(String a, String b) {
    return a == b;
  }
}
