package dev.concordat.contracts.avro;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what a record, an enumeration or a fixed says of itself.
final class DefinitionReading {
  private static final Set<String> RECORD =
      Set.of("type", "name", "namespace", "doc", "aliases", "fields");
  private static final Set<String> ENUM =
      Set.of("type", "name", "namespace", "doc", "aliases", "symbols", "default");
  private static final Set<String> FIXED =
      Set.of(
          "type",
          "name",
          "namespace",
          "doc",
          "aliases",
          "size",
          "logicalType",
          "precision",
          "scale");
  private static final int MAX_FIXED_BYTES = 64 * 1024 * 1024;

  private final Findings findings;
  private final LogicalTypes logicalTypes;
  private final FieldReading fieldReading;

  DefinitionReading(SchemaReading types, Findings findings, LogicalTypes logicalTypes) {
    this.findings = findings;
    this.logicalTypes = logicalTypes;
    this.fieldReading = new FieldReading(types, findings);
  }

  Optional<AvroDefinition> read(ObjectNode object, String word, String fullName) {
    String namespace = AvroNames.namespaceOf(fullName);
    List<String> aliases = AvroNames.aliases(object, namespace, findings);
    return switch (word) {
      case "enum" -> enumeration(object, fullName, aliases);
      case "fixed" -> fixed(object, fullName, aliases);
      default -> Optional.of(structure(object, word, fullName, aliases));
    };
  }

  void checkDefaults(Map<String, AvroDefinition> definitions) {
    fieldReading.checkDefaults(definitions);
  }

  /// The parameters of a protocol's message.
  List<AvroField> parameters(ObjectNode holder, String namespace) {
    return fieldReading.fields(holder, "request", "the message", namespace);
  }

  private AvroDefinition structure(
      ObjectNode object, String word, String fullName, List<String> aliases) {
    Typos.tell(object, RECORD, findings);
    return new AvroDefinition.Structure(
        fullName,
        aliases,
        word.equals("error"),
        fieldReading.fields(object, "fields", "the " + word, AvroNames.namespaceOf(fullName)),
        findings.at(object));
  }

  private Optional<AvroDefinition> enumeration(
      ObjectNode object, String fullName, List<String> aliases) {
    Typos.tell(object, ENUM, findings);
    if (!(object.get("symbols").orElse(null) instanceof ArrayNode list)) {
      missing(object, "the enum", "symbols", "a list of its symbols");
      return Optional.empty();
    }
    var symbols = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (Node item : list.items()) {
      String symbol = item instanceof ScalarNode scalar ? scalar.text().orElse("") : "";
      if (!AvroNames.isName(symbol) || !seen.add(symbol)) {
        findings.error(
            "avro-bad-symbol",
            item,
            Shown.node(item)
                + (AvroNames.isName(symbol) ? " comes a second time" : " is not a symbol"),
            "symbols are different names of letters, digits and _");
      }
      symbols.add(symbol);
    }
    Optional<String> fallback = Reading.text(object, "default");
    if (fallback.isPresent() && !seen.contains(fallback.get())) {
      findings.error(
          "avro-bad-default",
          object.get("default").orElse(object),
          "the default " + Shown.text(fallback.get()) + " is not one of the symbols",
          dev.concordat.model.problem.DidYouMean.fix(seen, fallback.get(), "name one of them"));
    }
    return Optional.of(
        new AvroDefinition.Enumeration(
            fullName, aliases, symbols, fallback.filter(seen::contains), findings.at(object)));
  }

  private Optional<AvroDefinition> fixed(ObjectNode object, String fullName, List<String> aliases) {
    Typos.tell(object, FIXED, findings);
    Optional<Integer> size = size(object.get("size").orElse(null));
    if (size.isEmpty()) {
      missing(object, "the fixed", "size", "how many bytes it has, at most " + MAX_FIXED_BYTES);
      return Optional.empty();
    }
    return Optional.of(
        new AvroDefinition.Fixed(
            fullName,
            aliases,
            size.get(),
            logicalTypes.read(object, "fixed", size.get()),
            findings.at(object)));
  }

  private static Optional<Integer> size(@org.jspecify.annotations.Nullable Node node) {
    return node instanceof ScalarNode scalar
            && scalar.value() instanceof JsonNumber number
            && number.isTame()
            && number.isInteger()
            && number.decimal().signum() >= 0
            && number.decimal().compareTo(BigDecimal.valueOf(MAX_FIXED_BYTES)) <= 0
        ? Optional.of(number.decimal().intValueExact())
        : Optional.empty();
  }

  private void missing(ObjectNode object, String noun, String name, String wanted) {
    Optional<Node> there = object.get(name);
    if (there.isPresent()) {
      findings.error(
          "avro-bad-member",
          there.get(),
          noun + "'s \"" + name + "\" is " + Shown.node(there.get()),
          "write " + wanted);
    } else {
      findings.error(
          "avro-missing-member",
          object,
          noun + " has no \"" + name + "\"",
          Typos.fix(object, name, "write \"" + name + "\": and " + wanted));
    }
  }
}
