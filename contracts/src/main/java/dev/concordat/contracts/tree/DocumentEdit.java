package dev.concordat.contracts.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A copy of a document that is changed before anyone else sees it; added nodes keep the places where they were written.
/// Not thread-safe. Nodes of the copy may not be used any more after {@link #done()}.
public final class DocumentEdit {
  /// How many nodes may be added in all.
  public static final int MAX_ADDED_NODES = 1_000_000;

  private final Document copy;
  private int added;

  private DocumentEdit(Document copy) {
    this.copy = copy;
  }

  public static DocumentEdit of(Document base) {
    return new DocumentEdit(Composition.document(base, new Composition.Copy(base.root())));
  }

  /// What came of a change.
  public enum Outcome {
    DONE,
    /// The two are of different kinds; what was merged before stays.
    INCOMPATIBLE,
    /// Nothing more can be added.
    TOO_BIG
  }

  public Node root() {
    return copy.root();
  }

  /// The document with all changes.
  public Document done() {
    return copy;
  }

  /// Merges a value into a node of this document: members into objects, one by one; items after those of an array; a
  /// scalar in the place of another.
  public Outcome merge(Node target, Node update) {
    added += sizeOf(update);
    if (added > MAX_ADDED_NODES) {
      return Outcome.TOO_BIG;
    }
    return mergeInto(target, update);
  }

  private static int sizeOf(Node node) {
    return switch (node) {
      case ScalarNode ignored -> 1;
      case ArrayNode array -> 1 + array.items().stream().mapToInt(DocumentEdit::sizeOf).sum();
      case ObjectNode object ->
          1 + object.members().stream().mapToInt(member -> sizeOf(member.value())).sum();
    };
  }

  private Outcome mergeInto(Node target, Node update) {
    return switch (target) {
      case ObjectNode object when update instanceof ObjectNode members -> members(object, members);
      case ArrayNode array -> {
        append(array, update instanceof ArrayNode list ? list.items() : List.of(update));
        yield Outcome.DONE;
      }
      case ScalarNode scalar when update instanceof ScalarNode -> replace(scalar, update);
      default -> Outcome.INCOMPATIBLE;
    };
  }

  private Outcome members(ObjectNode target, ObjectNode update) {
    Outcome outcome = Outcome.DONE;
    for (ObjectNode.Member member : new ArrayList<>(update.members())) {
      Optional<Node> known = target.get(member.name());
      if (known.isEmpty()) {
        put(target, member);
      } else if (known.get() instanceof ScalarNode && member.value() instanceof ScalarNode) {
        put(target, member);
      } else if (known.get() instanceof ArrayNode != member.value() instanceof ArrayNode) {
        outcome = Outcome.INCOMPATIBLE;
      } else if (mergeInto(known.get(), member.value()) != Outcome.DONE) {
        outcome = Outcome.INCOMPATIBLE;
      }
    }
    return outcome;
  }

  /// Sets a member, in the place of one of the same name.
  private static void put(ObjectNode target, ObjectNode.Member member) {
    var entries = new ArrayList<ObjectNode.Member>(target.members());
    int at = entries.size() - 1;
    while (at >= 0 && !entries.get(at).name().equals(member.name())) {
      at--;
    }
    int size = at < 0 ? entries.size() + 1 : entries.size();
    var names = new String[size];
    var offsets = new int[size];
    var values = new Node[size];
    for (int i = 0; i < entries.size(); i++) {
      names[i] = entries.get(i).name();
      offsets[i] = entries.get(i).offset();
      values[i] = entries.get(i).value();
    }
    int place = at < 0 ? entries.size() : at;
    names[place] = member.name();
    offsets[place] = member.offset();
    values[place] = Growth.grow(target, new Composition.Copy(member.value()));
    target.close(names, offsets, values);
  }

  private static void append(ArrayNode target, List<Node> items) {
    var all = new ArrayList<Node>(target.items());
    items.forEach(item -> all.add(Growth.grow(target, new Composition.Copy(item))));
    target.close(all);
  }

  private static Outcome replace(ScalarNode target, Node update) {
    switch (target.parent().orElse(null)) {
      case ArrayNode array -> {
        var all = new ArrayList<Node>(array.items());
        all.replaceAll(
            item -> isSame(item, target) ? Growth.grow(array, new Composition.Copy(update)) : item);
        array.close(all);
      }
      case ObjectNode object -> {
        List<ObjectNode.Member> members = object.members();
        var values = new Node[members.size()];
        Arrays.setAll(values, i -> members.get(i).value());
        var names = members.stream().map(ObjectNode.Member::name).toArray(String[]::new);
        int[] offsets = members.stream().mapToInt(ObjectNode.Member::offset).toArray();
        for (int i = 0; i < values.length; i++) {
          if (isSame(values[i], target)) {
            values[i] = Growth.grow(object, new Composition.Copy(update));
            offsets[i] = ((LocatedNode) update).offset();
          }
        }
        object.close(names, offsets, values);
      }
      case null, default -> {
        return Outcome.INCOMPATIBLE;
      }
    }
    return Outcome.DONE;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Node one, Node other) {
    return one == other;
  }

  /// Takes nodes out of what holds them. A root stays.
  public void remove(List<Node> targets) {
    Set<Node> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    gone.addAll(targets);
    Set<Node> holders = new LinkedHashSet<>();
    targets.forEach(target -> target.parent().ifPresent(holders::add));
    for (Node holder : holders) {
      switch (holder) {
        case ArrayNode array ->
            array.close(array.items().stream().filter(item -> !gone.contains(item)).toList());
        case ObjectNode object -> {
          List<ObjectNode.Member> kept =
              object.members().stream().filter(member -> !gone.contains(member.value())).toList();
          object.close(
              kept.stream().map(ObjectNode.Member::name).toArray(String[]::new),
              kept.stream().mapToInt(ObjectNode.Member::offset).toArray(),
              kept.stream().map(ObjectNode.Member::value).toArray(Node[]::new));
        }
        case ScalarNode ignored -> {}
      }
    }
  }
}
