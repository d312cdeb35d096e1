package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.schema.SchemaWriter.Target;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.Pointers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names for schemas: those they have where they stand, as far as components may be called so (OpenAPI 3.1, section 4.8.7),
/// each only once.
final class ComponentNames {
  private static final Set<String> MAPS =
      Set.of("schemas", "definitions", "$defs", "properties", "patternProperties");
  private static final int MAX_NAME_CHARACTERS = 80;

  private final String file;
  private final Map<Target, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  ComponentNames(String file) {
    this.file = file;
  }

  Map<Target, String> names() {
    return Map.copyOf(names);
  }

  /// Whether the contract's own file names the schema, so that its name is what people know.
  boolean isOwn(Target target) {
    Node node = target.schema().node();
    String pointer = node.pointer();
    int last = pointer.lastIndexOf('/');
    String holder = last < 0 ? "" : pointer.substring(0, last);
    return (holder.equals("/components/schemas") || holder.equals("/definitions"))
        && node.place().file().equals(file);
  }

  void add(Target target) {
    String wanted = wanted(target.schema().node());
    String name = wanted;
    while (!taken.add(name)) {
      name = wanted + counts.merge(wanted, 2, (count, ignored) -> count + 1);
    }
    names.put(target, name);
  }

  private static String wanted(Node node) {
    List<String> tokens = Pointers.tokens(node.pointer()).orElseGet(List::of);
    int last = tokens.size() - 1;
    if (last < 0) {
      String file = node.place().file();
      String base = file.substring(file.lastIndexOf('/') + 1);
      return allowed(base.replaceFirst("\\.[A-Za-z]+$", ""));
    }
    boolean isNamed = last > 0 && MAPS.contains(tokens.get(last - 1));
    return allowed(isNamed ? tokens.get(last) : String.join("-", tokens));
  }

  /// The end of a long name tells more than its beginning.
  private static String allowed(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
    String end = plain.substring(Math.max(0, plain.length() - MAX_NAME_CHARACTERS));
    return end.isEmpty() ? "schema" : end;
  }

  static String unique(String text, Collection<String> others) {
    String wanted = allowed(text);
    String name = wanted;
    var taken = new ArrayList<>(others);
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + i;
    }
    return name;
  }
}
