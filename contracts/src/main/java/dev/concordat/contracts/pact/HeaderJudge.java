package dev.concordat.contracts.pact;

import dev.concordat.contracts.http.HeaderParameters;
import dev.concordat.contracts.pact.Mismatch.Part;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.Failure;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Compares headers. Headers that are not expected are ignored.
final class HeaderJudge {
  private final ValueMatcher values;

  HeaderJudge(ValueMatcher values) {
    this.values = values;
  }

  List<Mismatch> judge(
      Map<String, List<String>> expected, RuleSet rules, Node node, List<Header> actual) {
    var found = new ArrayList<Mismatch>();
    expected.forEach(
        (name, wanted) -> {
          List<String> fields = Headers.all(actual, name);
          if (fields.isEmpty()) {
            String message = "Expected a header '" + name + "' but was missing";
            found.add(mismatch(node, name, String.join(", ", wanted), "", "equality", message));
          } else {
            compare(node, name, wanted, fields, rules, found);
          }
        });
    return found;
  }

  private void compare(
      Node node,
      String name,
      List<String> wanted,
      List<String> fields,
      RuleSet rules,
      List<Mismatch> found) {
    DocumentPath path = DocumentPath.ROOT.field(name.toLowerCase(Locale.ROOT));
    List<String> present = HeaderValues.of(name, fields);
    String all = String.join(", ", wanted);
    String actual = String.join(", ", present);
    Optional<RuleList> whole = rules.exact(path);
    if (whole.isPresent()) {
      // A rule may have been written for one value or for the whole field.
      if (!values.text(whole.get(), all, String.join(", ", fields)).isEmpty()) {
        each(node, name, wanted, present, whole.get(), found);
      }
      return;
    }
    if (wanted.size() != present.size()) {
      String message =
          String.format("Expected header '%s' to have value '%s' but was '%s'", name, all, actual);
      found.add(mismatch(node, name, all, actual, "equality", message));
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      value(node, name, wanted.get(i), present.get(i), rules.exact(path.item(i)), found);
    }
  }

  private void each(
      Node node,
      String name,
      List<String> wanted,
      List<String> present,
      RuleList rules,
      List<Mismatch> found) {
    for (int i = 0; i < present.size(); i++) {
      String example = wanted.isEmpty() ? "" : wanted.get(i < wanted.size() ? i : 0);
      value(node, name, example, present.get(i), Optional.of(rules), found);
    }
  }

  private void value(
      Node node,
      String name,
      String wanted,
      String present,
      Optional<RuleList> rules,
      List<Mismatch> found) {
    if (rules.isPresent()) {
      for (Failure failure : values.text(rules.get(), wanted, present)) {
        found.add(mismatch(node, name, wanted, present, failure.rule().name(), failure.message()));
      }
    } else if (!isSame(name, wanted, present)) {
      String message =
          String.format(
              "Expected header '%s' to have value '%s' but was '%s'", name, wanted, present);
      found.add(mismatch(node, name, wanted, present, "equality", message));
    }
  }

  /// Media types are compared by their parts: expected parameters have to be there, more may be.
  static boolean isSame(String name, String wanted, String present) {
    boolean isParameterised =
        name.equalsIgnoreCase("accept")
            || name.equalsIgnoreCase("content-type")
            || Metadata.isContentType(name);
    if (!isParameterised) {
      return wanted.equals(present);
    }
    Map<String, String> expected = HeaderParameters.of(wanted);
    Map<String, String> actual = HeaderParameters.of(present);
    return main(wanted).equals(main(present))
        && expected.entrySet().stream()
            .allMatch(
                parameter -> parameter.getValue().equalsIgnoreCase(actual.get(parameter.getKey())));
  }

  /// What stands before the parameters. Its case counts (Pact specification version 1, "headers").
  private static String main(String value) {
    int parameters = value.indexOf(';');
    return (parameters < 0 ? value : value.substring(0, parameters)).strip();
  }

  private static Mismatch mismatch(
      Node node, String name, String wanted, String present, String rule, String message) {
    return new Mismatch(
        Part.HEADER, name, wanted, present, rule, message, PactPlaces.named(node, "headers", name));
  }
}
