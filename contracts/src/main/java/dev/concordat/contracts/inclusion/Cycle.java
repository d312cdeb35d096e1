package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// Schemas that contain each other. Those of the same meaning are found by telling apart more and more (Moore's partition
/// refinement); the rest is written down from one of them, the one with the least fingerprint, so that equal cycles are
/// written alike.
final class Cycle {
  private final Function<Schema, SchemaShape> shape;
  private final Function<Schema, List<Schema>> children;
  private final Function<Schema, Schema> known;
  private final Map<Schema, Integer> blocks = new HashMap<>();
  private final Map<Schema, Integer> fingerprints = new HashMap<>();
  private final Map<Integer, List<Schema>> members = new LinkedHashMap<>();
  private final List<Schema> order = new ArrayList<>();
  private final List<Representatives.Key> code = new ArrayList<>();

  Cycle(
      List<Schema> component,
      Function<Schema, SchemaShape> shape,
      Function<Schema, List<Schema>> children,
      Function<Schema, Schema> known) {
    this.shape = shape;
    this.children = children;
    this.known = known;
    refine(component);
    component.forEach(
        each -> members.computeIfAbsent(block(each), ignored -> new ArrayList<>()).add(each));
    write(
        members.values().stream()
            .map(List::getFirst)
            .min(Comparator.comparing(each -> fingerprints.getOrDefault(each, 0)))
            .orElseThrow());
  }

  /// One schema of every meaning.
  List<Schema> order() {
    return order;
  }

  List<Representatives.Key> code() {
    return code;
  }

  List<Schema> alike(Schema schema) {
    return members.getOrDefault(block(schema), List.of());
  }

  private int block(Schema schema) {
    return Objects.requireNonNull(blocks.get(schema));
  }

  private void refine(List<Schema> component) {
    for (Schema each : component) {
      blocks.put(each, 0);
      fingerprints.put(each, shape.apply(each).hashCode());
    }
    int count = 1;
    int before = 0;
    while (count > before) {
      before = count;
      count = tellApart(component);
    }
  }

  private int tellApart(List<Schema> component) {
    Map<Representatives.Key, Integer> numbers = new HashMap<>();
    Map<Schema, Integer> next = new HashMap<>();
    Map<Schema, Integer> nextFingerprints = new HashMap<>();
    for (Schema each : component) {
      int fingerprint = shape.apply(each).hashCode();
      List<Object> inside = new ArrayList<>();
      // The block of before, so that what was told apart stays so.
      inside.add(block(each));
      for (Schema child : children.apply(each)) {
        Integer block = blocks.get(child);
        inside.add(block == null ? known.apply(child) : block);
        fingerprint = 31 * fingerprint + (block == null ? 1 : fingerprints.getOrDefault(child, 0));
      }
      var key = new Representatives.Key(shape.apply(each), inside);
      next.put(each, numbers.computeIfAbsent(key, ignored -> numbers.size()));
      nextFingerprints.put(each, fingerprint);
    }
    blocks.putAll(next);
    fingerprints.putAll(nextFingerprints);
    return numbers.size();
  }

  private void write(Schema start) {
    Map<Integer, Integer> numbers = new HashMap<>();
    Deque<Schema> open = new ArrayDeque<>(List.of(start));
    numbers.put(block(start), 0);
    while (!open.isEmpty()) {
      Schema schema = open.remove();
      order.add(schema);
      List<Object> inside = new ArrayList<>();
      for (Schema child : children.apply(schema)) {
        Integer block = blocks.get(child);
        if (block == null) {
          inside.add(known.apply(child));
        } else {
          if (!numbers.containsKey(block)) {
            numbers.put(block, numbers.size());
            open.add(child);
          }
          inside.add(Objects.requireNonNull(numbers.get(block)));
        }
      }
      code.add(new Representatives.Key(shape.apply(schema), inside));
    }
  }
}
