package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object. Members stand in the order of the text, duplicates included; the last of several counts.
public final class ObjectNode extends LocatedNode implements Node {
  private static final int MAX_SCANNED_MEMBERS = 12;
  private static final String[] NO_NAMES = {};
  private static final int[] NO_OFFSETS = {};
  private static final Node[] NO_VALUES = {};

  private String[] names = NO_NAMES;
  private int[] keyOffsets = NO_OFFSETS;
  // Nothing until the first look at what the outline of the text knows; written last, read first.
  private volatile Node @Nullable [] values;
  private final int folded;
  // Built on the first look-up in a big object; an immutable map, so a race costs only the work.
  private @Nullable Map<String, Node> index;

  ObjectNode(Parent parent, int offset) {
    this(parent, offset, 0);
    values = NO_VALUES;
  }

  /// One whose members the outline of the text knows.
  ObjectNode(Parent parent, int offset, int folded) {
    super(parent, offset);
    this.folded = folded;
  }

  void close(String[] allNames, int[] allKeyOffsets, Node[] allValues) {
    names = allNames;
    keyOffsets = allKeyOffsets;
    index = null;
    values = allValues;
  }

  private Node[] values() {
    Node[] known = values;
    return known == null ? unfold() : known;
  }

  private synchronized Node[] unfold() {
    if (values == null) {
      source().outline().unfold(this, folded);
    }
    return Objects.requireNonNull(values);
  }

  private String[] names() {
    Node[] _ = values();
    return names;
  }

  /// One member.
  public static final class Member implements Located {
    private final ObjectNode object;
    private final int at;

    private Member(ObjectNode object, int at) {
      this.object = object;
      this.at = at;
    }

    public String name() {
      return object.names()[at];
    }

    /// Where the key stands; the pointer is the value's.
    @Override
    public Place place() {
      return source().place(offset(), object.pointer() + "/" + Pointers.escape(name()));
    }

    public Node value() {
      return object.values()[at];
    }

    /// The text of the line on which the key stands, without its indentation.
    @Override
    public String sourceLine() {
      return source().lineAt(offset());
    }

    int offset() {
      return object.keyOffset(at);
    }

    /// A key stands in the same text as its value; in a composed tree that need not be the object's.
    private Source source() {
      return ((LocatedNode) object.values()[at]).source();
    }

    @Override
    public String toString() {
      return name() + ": " + value();
    }
  }

  int keyOffset(int at) {
    Node[] _ = values();
    return keyOffsets[at];
  }

  /// How many members it has, duplicates included.
  public int size() {
    return names().length;
  }

  /// The name of the member at a position, from 0.
  public String nameAt(int at) {
    return names()[at];
  }

  /// The value of the member at a position, from 0.
  public Node valueAt(int at) {
    return values()[at];
  }

  /// All members, as a view that makes each on demand.
  public List<Member> members() {
    return new AbstractList<>() {
      @Override
      public Member get(int at) {
        if (at >= names().length) {
          throw new IndexOutOfBoundsException(at);
        }
        return new Member(ObjectNode.this, at);
      }

      @Override
      public int size() {
        return names().length;
      }
    };
  }

  /// The value of the member; the last one of duplicates.
  public Optional<Node> get(String name) {
    Node[] all = values();
    if (all.length > MAX_SCANNED_MEMBERS) {
      return Optional.ofNullable(index(all).get(name));
    }
    int at = lastOf(name);
    return at < 0 ? Optional.empty() : Optional.of(all[at]);
  }

  /// The member of that name with the place of its key; the last one of duplicates.
  public Optional<Member> member(String name) {
    Node[] all = values();
    if (all.length > MAX_SCANNED_MEMBERS && !index(all).containsKey(name)) {
      return Optional.empty();
    }
    int at = lastOf(name);
    return at < 0 ? Optional.empty() : Optional.of(new Member(this, at));
  }

  public boolean has(String name) {
    Node[] all = values();
    return all.length > MAX_SCANNED_MEMBERS ? index(all).containsKey(name) : lastOf(name) >= 0;
  }

  /// Asked only when values were looked at.
  @SuppressWarnings("ReferenceEquality")
  private int lastOf(String name) {
    // Most names differ in their length already, and one that is found is nearly always the very
    // same.
    int length = name.length();
    String[] all = names;
    for (int i = all.length - 1; i >= 0; i--) {
      String each = all[i];
      if (each == name || (each.length() == length && each.equals(name))) {
        return i;
      }
    }
    return -1;
  }

  private Map<String, Node> index(Node[] nodes) {
    Map<String, Node> known = index;
    if (known == null) {
      var all = new HashMap<String, Node>(names.length * 2);
      for (int i = 0; i < names.length; i++) {
        all.put(names[i], nodes[i]);
      }
      known = Map.copyOf(all);
      index = known;
    }
    return known;
  }

  @Override
  public JsonObject toJson() {
    var members = new LinkedHashMap<String, JsonValue>();
    Node[] nodes = values();
    for (int i = 0; i < nodes.length; i++) {
      members.put(names[i], nodes[i].toJson());
    }
    return new JsonObject(members);
  }

  @Override
  String tokenOf(LocatedNode child) {
    int at = indexOf(child, Arrays.asList(values()));
    // In a document that broke off inside this object the child is the one being read.
    return at < 0 ? "" : names[at];
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
