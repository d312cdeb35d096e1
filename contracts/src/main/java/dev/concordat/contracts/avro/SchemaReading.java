package dev.concordat.contracts.avro;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.problem.DidYouMean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads types. What cannot be read is a problem and an {@link AvroType.Unreadable}; everything around it is used.
final class SchemaReading {
  private final Findings findings;
  private final LogicalTypes logicalTypes;
  private final DefinitionReading definitionReading;
  private final DefinedNames names;
  private final OtherFiles otherFiles;
  private final Map<String, ObjectNode> defined;
  private final Map<String, AvroDefinition> definitions = new LinkedHashMap<>();
  private final Set<String> begun = new HashSet<>();

  SchemaReading(Findings findings, DefinedNames names) {
    this(findings, names, OtherFiles.NONE);
  }

  private SchemaReading(Findings findings, DefinedNames names, OtherFiles otherFiles) {
    this.findings = findings;
    this.names = names;
    this.otherFiles = otherFiles;
    this.logicalTypes = new LogicalTypes(findings);
    this.defined = names.found();
    this.definitionReading = new DefinitionReading(this, findings, logicalTypes);
  }

  /// The schema at a node, with all it defines.
  static AvroSchema read(Node node, Findings findings) {
    return read(node, findings, OtherFiles.NONE);
  }

  /// The same, with the types of other files that it names.
  static AvroSchema read(Node node, Findings findings, OtherFiles otherFiles) {
    var names = new DefinedNames();
    names.collect(node, "");
    var reading = new SchemaReading(findings, names, otherFiles);
    AvroType root = reading.type(node, "");
    for (Node other = otherFiles.next(); other != null; other = otherFiles.next()) {
      reading.type(other, "");
    }
    return new AvroSchema(root, reading.finished());
  }

  /// All definitions, after what can only be checked when they are known.
  Map<String, AvroDefinition> finished() {
    definitionReading.checkDefaults(definitions);
    EndlessRecords.in(definitions)
        .forEach(
            name ->
                findings.warning(
                    "avro-endless-record",
                    nodeOf(name),
                    "every " + name + " holds another one: no value can be written",
                    "let a union with null, a list or a map end it"));
    return definitions;
  }

  private Node nodeOf(String fullName) {
    ObjectNode node = defined.get(fullName);
    if (node == null) {
      throw new IllegalStateException("a definition without a node: " + fullName);
    }
    return node.get("name").orElse(node);
  }

  /// The parameters of a protocol's message.
  List<AvroField> parameters(ObjectNode message, String namespace) {
    return definitionReading.parameters(message, namespace);
  }

  AvroType type(Node node, String namespace) {
    return switch (node) {
      case ScalarNode scalar -> named(scalar, namespace);
      case ArrayNode union -> union(union, namespace);
      case ObjectNode object -> object(object, namespace);
    };
  }

  private AvroType named(ScalarNode scalar, String namespace) {
    Optional<String> text = scalar.text();
    if (text.isEmpty()) {
      findings.error(
          "avro-bad-member",
          scalar,
          "the type is " + Shown.node(scalar) + ", not a name or a schema",
          scalar.isNull() ? "write \"null\" in quotes" : "");
      return unreadable(scalar);
    }
    Optional<AvroType.Kind> kind = AvroType.Kind.named(text.get());
    return kind.isPresent()
        ? new AvroType.Primitive(kind.get(), Optional.empty(), findings.at(scalar))
        : reference(scalar, text.get(), namespace);
  }

  private AvroType reference(ScalarNode node, String name, String namespace) {
    String inNamespace = AvroNames.full(name, namespace);
    // Avro's own library looks outside all namespaces too.
    boolean isElsewhere =
        !defined.containsKey(inNamespace)
            && !defined.containsKey(name)
            && otherFiles.define(node, inNamespace, names);
    String full = defined.containsKey(inNamespace) ? inNamespace : name;
    if (!defined.containsKey(full)) {
      findings.error(
          "avro-unknown-type",
          node,
          "the type " + Shown.node(node) + " is not defined here",
          unknownFix(name, namespace));
      return unreadable(node);
    }
    if (!begun.contains(full) && !isElsewhere && !otherFiles.isOther(defined.get(full))) {
      findings.warning(
          "avro-forward-reference",
          node,
          "the type " + Shown.node(node) + " stands before its definition",
          "define it where it is used first: Avro before 1.12 refuses this");
    }
    return new AvroType.Named(full, findings.at(node));
  }

  private String unknownFix(String name, String namespace) {
    var known = new ArrayList<String>(List.of("record", "enum", "fixed", "array", "map"));
    for (AvroType.Kind kind : AvroType.Kind.values()) {
      known.add(kind.text());
    }
    for (String full : defined.keySet()) {
      boolean isNear = AvroNames.namespaceOf(full).equals(namespace);
      known.add(isNear && name.indexOf('.') < 0 ? AvroNames.simple(full) : full);
    }
    return DidYouMean.fix(known, name, "define it in this document");
  }

  private AvroType union(ArrayNode node, String namespace) {
    var branches = new ArrayList<AvroType>();
    var seen = new HashSet<String>();
    if (node.items().isEmpty()) {
      findings.error("avro-bad-union", node, "the union has no branches", "name its types");
      return unreadable(node);
    }
    for (Node item : node.items()) {
      AvroType branch = type(item, namespace);
      if (branch instanceof AvroType.Union) {
        findings.error(
            "avro-bad-union", item, "a union stands directly in a union", "make them one union");
        branch = unreadable(item);
      } else if (!(branch instanceof AvroType.Unreadable) && !seen.add(branch.branchName())) {
        findings.error(
            "avro-bad-union",
            item,
            "the union has two branches of type " + branch.branchName(),
            "only named types may come more than once, each under its own name");
      }
      branches.add(branch);
    }
    return new AvroType.Union(branches, findings.at(node));
  }

  private AvroType object(ObjectNode object, String namespace) {
    Optional<Node> type = Reading.member(object, "type");
    if (type.isEmpty()) {
      findings.error(
          "avro-missing-member",
          object,
          "the schema has no \"type\"",
          Typos.fix(object, "type", "write \"type\": and what it is"));
      return unreadable(object);
    }
    if (!(type.get() instanceof ScalarNode scalar)) {
      return type(type.get(), namespace);
    }
    String word = scalar.text().orElse("");
    if (DefinedNames.NAMED.contains(word)) {
      return definition(object, word, namespace);
    }
    if (word.equals("array")) {
      return new AvroType.Items(part(object, "items", namespace), findings.at(object));
    }
    if (word.equals("map")) {
      return new AvroType.Values(part(object, "values", namespace), findings.at(object));
    }
    Optional<AvroType.Kind> kind = AvroType.Kind.named(word);
    return kind.isPresent()
        ? new AvroType.Primitive(
            kind.get(), logicalTypes.read(object, word, 0), findings.at(object))
        : named(scalar, namespace);
  }

  private AvroType part(ObjectNode object, String name, String namespace) {
    Optional<Node> part = Reading.member(object, name);
    if (part.isEmpty()) {
      findings.error(
          "avro-missing-member",
          object,
          "the schema has no \"" + name + "\"",
          Typos.fix(object, name, "write \"" + name + "\": and the type of each"));
      return unreadable(object);
    }
    return type(part.get(), namespace);
  }

  private AvroType definition(ObjectNode object, String word, String namespace) {
    Optional<String> full = AvroNames.defined(object, namespace);
    if (full.isEmpty()) {
      findings.error(
          "avro-missing-member",
          object,
          "the " + word + " has no \"name\"",
          Typos.fix(object, "name", "write \"name\": and what it is called"));
      return unreadable(object);
    }
    Node nameNode = object.get("name").orElse(object);
    if (!AvroNames.isFullName(full.get())
        || AvroType.Kind.named(AvroNames.simple(full.get())).isPresent()) {
      findings.error(
          "avro-bad-name",
          nameNode,
          Shown.text(full.get()) + " is not a name for a " + word,
          "use letters, digits and _, points only between them, and no primitive type's name");
    }
    if (object != defined.get(full.get()) && otherFiles.isOther(object)) {
      // Files that name one another may each repeat what they share.
      return new AvroType.Named(full.get(), findings.at(object));
    }
    if (object != defined.get(full.get())) {
      findings.error(
          "avro-duplicate-name",
          nameNode,
          full.get() + " is defined a second time",
          "name the first one instead, or rename one of them");
      return unreadable(object);
    }
    if (begun.add(full.get())) {
      definitionReading
          .read(object, word, full.get())
          .ifPresent(definition -> definitions.put(full.get(), definition));
    }
    return new AvroType.Named(full.get(), findings.at(object));
  }

  AvroType unreadable(Node node) {
    return new AvroType.Unreadable(findings.at(node));
  }
}
