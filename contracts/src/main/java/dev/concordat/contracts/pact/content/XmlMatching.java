package dev.concordat.contracts.pact.content;

import dev.concordat.contracts.xml.XmlElement;
import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.Failure;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Comparing XML elements: name, attributes, children by their names, text.
final class XmlMatching {
  private static final RuleList EQUALITY = RuleList.of(new MatchingRule.Equality());

  private final RuleSet rules;
  private final boolean allowsUnexpected;
  private final ValueMatcher values;
  private final List<Difference> found;

  XmlMatching(
      RuleSet rules, boolean allowsUnexpected, ValueMatcher values, List<Difference> found) {
    this.rules = rules;
    this.allowsUnexpected = allowsUnexpected;
    this.values = values;
    this.found = found;
  }

  void element(DocumentPath path, XmlElement expected, XmlElement actual) {
    RuleList list = rules.best(path).orElse(EQUALITY);
    List<Failure> failures =
        list.check(rule -> ElementRules.check(rule, expected, actual, list.isCascaded(), values));
    for (Failure failure : failures) {
      report(path, expected.written(), actual.written(), failure.rule().name(), failure.message());
    }
    if (failures.isEmpty()) {
      attributes(path, expected, actual);
      children(path, expected, actual);
      value(path.field("#text"), expected.text(), actual.text());
    }
  }

  private void attributes(DocumentPath path, XmlElement expected, XmlElement actual) {
    expected
        .attributes()
        .forEach(
            (name, wanted) -> {
              DocumentPath place = path.field("@" + wanted.written());
              XmlElement.Attribute present = actual.attributes().get(name);
              if (present == null) {
                String message =
                    String.format(
                        "Expected attribute '%s'='%s' but was missing",
                        wanted.written(), wanted.value());
                report(place, wanted.value(), "", "equality", message);
              } else {
                value(place, wanted.value(), present.value());
              }
            });
    if (!allowsUnexpected) {
      actual
          .attributes()
          .forEach(
              (name, present) -> {
                if (!expected.attributes().containsKey(name)) {
                  String message =
                      String.format(
                          "Did not expect attribute '%s'='%s'", present.written(), present.value());
                  report(
                      path.field("@" + present.written()),
                      "",
                      present.value(),
                      "equality",
                      message);
                }
              });
    }
  }

  private void value(DocumentPath path, String wanted, String present) {
    for (Failure failure : values.text(rules.best(path).orElse(EQUALITY), wanted, present)) {
      report(path, wanted, present, failure.rule().name(), failure.message());
    }
  }

  private void children(DocumentPath path, XmlElement expected, XmlElement actual) {
    Map<String, List<Child>> wanted = byName(expected.children());
    Map<String, List<Child>> present = byName(actual.children());
    present.forEach(
        (name, group) -> {
          List<Child> examples = wanted.get(name);
          if (examples == null) {
            unexpectedKind(path, group.getFirst(), expected, actual);
          } else {
            group(path, examples, group, expected, actual);
          }
        });
    wanted.forEach(
        (name, examples) -> {
          if (!present.containsKey(name)) {
            missing(path, examples.getFirst(), expected, actual);
          }
        });
  }

  /// @param sibling its position among all children
  private record Child(XmlElement element, int sibling) {}

  private static Map<String, List<Child>> byName(List<XmlElement> children) {
    Map<String, List<Child>> groups = new LinkedHashMap<>();
    for (int i = 0; i < children.size(); i++) {
      groups
          .computeIfAbsent(children.get(i).name(), name -> new ArrayList<>())
          .add(new Child(children.get(i), i));
    }
    return groups;
  }

  private void group(
      DocumentPath path,
      List<Child> examples,
      List<Child> group,
      XmlElement expected,
      XmlElement actual) {
    String written = examples.getFirst().element().written();
    boolean isByType = rules.hasTypeRule(path.element(written, group.getFirst().sibling(), 0));
    for (int i = 0; i < group.size(); i++) {
      Child child = group.get(i);
      DocumentPath place = path.element(written, child.sibling(), i);
      if (isByType || i < examples.size()) {
        Child example = examples.get(isByType ? 0 : i);
        element(place, example.element(), child.element());
      } else if (!allowsUnexpected) {
        unexpected(place, child, expected, actual);
      }
    }
    for (int i = group.size(); i < examples.size() && !isByType; i++) {
      missing(path, examples.get(i), expected, actual);
    }
  }

  private void unexpectedKind(
      DocumentPath path, Child child, XmlElement expected, XmlElement actual) {
    DocumentPath place = path.element(child.element().written(), child.sibling(), 0);
    if (!allowsUnexpected || rules.hasTypeRule(place)) {
      unexpected(place, child, expected, actual);
    }
  }

  private void unexpected(DocumentPath place, Child child, XmlElement expected, XmlElement actual) {
    String message = "Unexpected child <" + child.element().written() + "/>";
    report(place, names(expected), names(actual), "equality", message);
  }

  private void missing(DocumentPath path, Child child, XmlElement expected, XmlElement actual) {
    String message = "Expected child <" + child.element().written() + "/> but was missing";
    report(path, names(expected), names(actual), "equality", message);
  }

  private static String names(XmlElement parent) {
    return parent.children().stream().map(XmlElement::written).collect(Collectors.joining(", "));
  }

  private void report(
      DocumentPath path, String wanted, String present, String rule, String message) {
    found.add(new Difference(path.toString(), wanted, present, rule, message));
  }
}
