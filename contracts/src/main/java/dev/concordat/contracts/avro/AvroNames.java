package dev.concordat.contracts.avro;

import com.google.re2j.Pattern;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names and namespaces (specification, Names).
final class AvroNames {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern FULL_NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*");

  private AvroNames() {}

  static boolean isName(String text) {
    return NAME.matches(text);
  }

  static boolean isFullName(String text) {
    return FULL_NAME.matches(text);
  }

  /// The full name that a definition gives itself; its namespace is that around it unless it says its own.
  static Optional<String> defined(ObjectNode definition, String around) {
    String namespace =
        definition.has("namespace") ? Reading.text(definition, "namespace").orElse("") : around;
    return Reading.text(definition, "name").map(name -> full(name, namespace));
  }

  /// A name seen from a namespace; one with a point is full already.
  static String full(String name, String namespace) {
    return name.indexOf('.') >= 0 || namespace.isEmpty() ? name : namespace + "." + name;
  }

  static String namespaceOf(String fullName) {
    return fullName.substring(0, Math.max(0, fullName.lastIndexOf('.')));
  }

  static String simple(String fullName) {
    return fullName.substring(fullName.lastIndexOf('.') + 1);
  }

  /// The aliases of a definition or field.
  ///
  /// @param namespace of the definition; empty for a field, whose aliases have none
  static List<String> aliases(ObjectNode holder, String namespace, Findings findings) {
    var aliases = new ArrayList<String>();
    Node node = Reading.member(holder, "aliases").orElse(null);
    if (node instanceof ArrayNode list) {
      for (Node item : list.items()) {
        String text = item instanceof ScalarNode scalar ? scalar.text().orElse("") : "";
        if (isFullName(text)) {
          aliases.add(full(text, namespace));
        } else {
          findings.warning(
              "avro-bad-name",
              item,
              Shown.node(item) + " is not a name; the alias is left out",
              "");
        }
      }
    } else if (node != null) {
      findings.warning(
          "avro-bad-member", node, "aliases are " + Shown.node(node) + ", not a list", "");
    }
    return aliases;
  }
}
