package dev.concordat.contracts.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// YAML's merge key: `<<: *defaults` takes over the members that the object does not have itself. Not part of YAML 1.2,
/// but of what people write.
final class Merge {
  private final List<String> names = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>();
  private final List<Node> values = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  private Merge() {}

  static void apply(
      ObjectNode object,
      boolean[] merges,
      int[] offsets,
      ReadProblems problems,
      Supplier<String> pointer) {
    var merge = new Merge();
    List<ObjectNode.Member> members = object.members();
    for (int i = 0; i < members.size(); i++) {
      if (!merges[i]) {
        merge.keep(members.get(i).name(), offsets[i], members.get(i).value());
      }
    }
    for (int i = 0; i < members.size(); i++) {
      if (merges[i] && !merge.takeAll(members.get(i).value())) {
        problems.notMergeable(members.get(i).value(), offsets[i], pointer);
      }
    }
    merge.finish(object);
  }

  private boolean takeAll(Node node) {
    return switch (node) {
      case ObjectNode defaults -> {
        take(defaults);
        yield true;
      }
      case ArrayNode array -> {
        boolean allObjects = true;
        for (Node item : array.items()) {
          allObjects &= item instanceof ObjectNode && takeAll(item);
        }
        yield allObjects;
      }
      case ScalarNode ignored -> false;
    };
  }

  private void take(ObjectNode defaults) {
    var taken = new ArrayList<Integer>();
    List<ObjectNode.Member> members = defaults.members();
    for (int i = 0; i < members.size(); i++) {
      if (!known.contains(members.get(i).name())) {
        taken.add(i);
      }
    }
    for (int i : taken) {
      keep(members.get(i).name(), defaults.keyOffset(i), members.get(i).value());
    }
  }

  private void keep(String name, int offset, Node value) {
    known.add(name);
    names.add(name);
    offsets.add(offset);
    values.add(value);
  }

  private void finish(ObjectNode object) {
    object.close(
        names.toArray(String[]::new),
        offsets.stream().mapToInt(Integer::intValue).toArray(),
        values.toArray(Node[]::new));
  }
}
