package dev.concordat.contracts.pact.content;

import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.Failure;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names with lists of values: query parameters and form fields.
///
/// @param what what they are called in messages: `query parameter`
public record NamedValues(
    String what, RuleSet rules, boolean allowsUnexpected, ValueMatcher values) {

  /// Every difference; its path is the place of the name or of one value.
  public List<Difference> match(
      DocumentPath root, Map<String, List<String>> expected, Map<String, List<String>> actual) {
    var found = new ArrayList<Difference>();
    expected.forEach(
        (name, wanted) -> {
          List<String> present = actual.get(name);
          if (present == null) {
            String message = "Expected " + what + " '" + name + "' but was missing";
            found.add(
                new Difference(
                    root.field(name).toString(), wanted.toString(), "", "equality", message));
          } else {
            compare(root.field(name), name, wanted, present, found);
          }
        });
    actual.forEach(
        (name, present) -> {
          if (!expected.containsKey(name) && !allowsUnexpected) {
            String message = "Unexpected " + what + " '" + name + "' received";
            found.add(
                new Difference(
                    root.field(name).toString(), "", present.toString(), "equality", message));
          }
        });
    return found;
  }

  private void compare(
      DocumentPath path,
      String name,
      List<String> wanted,
      List<String> present,
      List<Difference> found) {
    Optional<RuleList> list = rules.exact(path);
    if (list.isPresent()) {
      sizes(list.get(), path, wanted, present, found);
    } else if (wanted.size() != present.size()) {
      String message =
          String.format(
              "Expected %s '%s' with %d value(s) but received %d value(s)",
              what, name, wanted.size(), present.size());
      found.add(difference(path, wanted.toString(), present.toString(), "equality", message));
    }
    for (int i = 0; i < present.size(); i++) {
      if (i < wanted.size() || (list.isPresent() && !wanted.isEmpty())) {
        value(path, i, wanted.get(i < wanted.size() ? i : 0), present.get(i), found);
      }
    }
  }

  private static void sizes(
      RuleList list,
      DocumentPath path,
      List<String> wanted,
      List<String> present,
      List<Difference> found) {
    for (MatchingRule rule : list.rules()) {
      if (rule instanceof MatchingRule.Type type) {
        type.failureForSize(present.size(), present.toString())
            .ifPresent(
                message ->
                    found.add(
                        difference(path, wanted.toString(), present.toString(), "type", message)));
      }
    }
  }

  private void value(
      DocumentPath path, int index, String wanted, String present, List<Difference> found) {
    String name = path.names().getLast();
    Optional<RuleList> list = rules.best(path.item(index));
    if (list.isPresent()) {
      for (Failure failure : values.text(list.get(), wanted, present)) {
        found.add(difference(path, wanted, present, failure.rule().name(), failure.message()));
      }
    } else if (!wanted.equals(present)) {
      String message =
          String.format(
              "Expected %s '%s' with value '%s' but was '%s'", what, name, wanted, present);
      found.add(difference(path, wanted, present, "equality", message));
    }
  }

  private static Difference difference(
      DocumentPath path, String wanted, String present, String rule, String message) {
    return new Difference(path.toString(), wanted, present, rule, message);
  }
}
