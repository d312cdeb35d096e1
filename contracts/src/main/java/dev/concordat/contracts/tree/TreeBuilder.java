package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds the tree from the events of a parser, and notes duplicate keys. Frames are reused, names and short strings
/// are shared.
final class TreeBuilder {
  /// Longer strings are seldom repeated, so looking for a twin costs more than it saves.
  private static final int MAX_SHARED_STRING = 80;

  /// A power of two.
  private static final int RECENT_STRINGS = 1 << 14;

  private final Source source;
  private final ReadLimits limits;
  private final ReadProblems problems;
  private final List<Frame> frames = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  // The last string of each hash: of a fixed size, unlike a map of all strings.
  private final @Nullable JsonString[] strings = new JsonString[RECENT_STRINGS];
  private int depth;
  private long nodes;
  private @Nullable Node root;

  TreeBuilder(Source source, ReadLimits limits, ReadProblems problems) {
    this.source = source;
    this.limits = limits;
    this.problems = problems;
  }

  /// How many arrays and objects are open.
  int depth() {
    return depth;
  }

  /// Values so far, those repeated by aliases included.
  long nodes() {
    return nodes;
  }

  boolean isAtKey() {
    return depth > 0 && frames.get(depth - 1).isAtKey();
  }

  /// The pointer of the value that is being read.
  String pointer() {
    return pointer(depth);
  }

  private String pointer(int levels) {
    var pointer = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      pointer.append('/').append(Pointers.escape(frames.get(i).token()));
    }
    return pointer.toString();
  }

  boolean isAtRoot() {
    return depth == 0;
  }

  void key(String name, int offset, boolean merges) {
    frames.get(depth - 1).key(names.computeIfAbsent(name, String::intern), offset, merges);
  }

  ScalarNode scalar(JsonValue value, int offset) {
    count(1, offset);
    var node = new ScalarNode(parent(), offset, shared(value));
    add(node);
    return node;
  }

  /// A node that stands nowhere in the tree yet: an anchored key, or what takes the place of a missing value.
  ScalarNode detached(JsonValue value, int offset) {
    return new ScalarNode(parent(), offset, shared(value));
  }

  void startObject(int offset) {
    count(1, offset);
    push(new ObjectNode(parent(), offset), offset);
  }

  void startArray(int offset) {
    count(1, offset);
    push(new ArrayNode(parent(), offset), offset);
  }

  /// Repeats a node that stands elsewhere and holds that many values.
  void alias(Node target, long weight, int offset) {
    count(weight, offset);
    add(target);
  }

  Node end() {
    Frame frame = frames.get(depth - 1);
    Node node = frame.close(problems, () -> pointer(frames.indexOf(frame)));
    depth--;
    if (frame.isKey) {
      key(keyText(node, frame.offset), frame.offset, false);
    } else {
      add(node);
    }
    return node;
  }

  /// The text of a key that is a collection or an alias.
  String keyText(Node node, int offset) {
    String text = BoundedText.of(node, limits.maxKeyLength());
    if (text.length() > limits.maxKeyLength()) {
      throw problems.keyTooLong(offset, limits.maxKeyLength(), pointer());
    }
    return text;
  }

  /// The finished root; what was open when reading broke off is closed as it is.
  Node takeRoot() {
    while (depth > 0) {
      end();
    }
    Node taken = root;
    root = null;
    return taken == null ? new ScalarNode(source, 0, JsonNull.NULL) : taken;
  }

  private void push(Node node, int offset) {
    if (depth >= limits.maxDepth()) {
      throw problems.tooDeep(offset, limits.maxDepth(), pointer());
    }
    boolean isKey = isAtKey();
    if (frames.size() == depth) {
      frames.add(new Frame());
    }
    frames.get(depth++).open(node, offset, isKey);
  }

  private void add(Node node) {
    if (depth == 0) {
      root = node;
    } else {
      frames.get(depth - 1).value(node);
    }
  }

  private Parent parent() {
    return depth == 0 ? source : (LocatedNode) frames.get(depth - 1).node();
  }

  private void count(long more, int offset) {
    nodes += more;
    if (nodes > limits.maxNodes()) {
      throw problems.tooManyNodes(offset, limits.maxNodes(), pointer());
    }
  }

  private JsonValue shared(JsonValue value) {
    if (!(value instanceof JsonString string) || string.value().length() > MAX_SHARED_STRING) {
      return value;
    }
    int hash = string.value().hashCode();
    int at = (hash ^ (hash >>> 16)) & (RECENT_STRINGS - 1);
    JsonString twin = strings[at];
    if (twin != null && twin.value().equals(string.value())) {
      return twin;
    }
    strings[at] = string;
    return string;
  }
}
