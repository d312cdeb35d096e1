package dev.concordat.compare.acceptance;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.comparison.Acceptance;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.RuleBook;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads one line of the list. A line with a mistake accepts nothing.
final class EntryReader {
  private static final List<String> SELECTING =
      List.of("rule", "alias", "operation", "pointer", "id");
  private static final List<String> REQUIRED = List.of("reason", "owner", "until");
  private static final List<String> MEMBERS =
      Stream.concat(SELECTING.stream(), REQUIRED.stream()).toList();

  private static final Pattern ALIAS = Pattern.compile("[a-z][a-z-]*:\\S+");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{4,6}");

  private final FieldReader fields;

  EntryReader(FieldReader fields) {
    this.fields = fields;
  }

  Optional<Entry> read(Node node) {
    Optional<ObjectNode> found = fields.object(node, "an entry");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode object = found.get();
    int before = fields.problems().size();
    checkMembers(object);
    Optional<String> rule = fields.text(object, "rule");
    rule.ifPresent(id -> checkRule(object, id));
    Optional<String> alias = fields.text(object, "alias");
    alias.ifPresent(
        id -> checkForm(object, "alias", id, ALIAS, "a tool's name, a colon and its id"));
    Optional<String> id = fields.text(object, "id");
    id.ifPresent(
        text -> checkForm(object, "id", text, ID, "four to six digits of a difference's id"));
    Optional<LocalDate> until = fields.text(object, "until").flatMap(text -> day(object, text));
    if (fields.problems().size() > before || until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry(
            rule,
            alias,
            fields.text(object, "operation").map(Glob::new),
            fields.text(object, "pointer").map(Glob::new),
            id,
            new Acceptance(
                fields.text(object, "owner").orElse(""),
                fields.text(object, "reason").orElse(""),
                until.get(),
                object.place())));
  }

  private void checkMembers(ObjectNode object) {
    for (ObjectNode.Member member : object.members()) {
      if (!MEMBERS.contains(member.name())) {
        fields.error(
            "unknown-member",
            member.place(),
            "an entry has no member `" + member.name() + "`",
            DidYouMean.fix(
                MEMBERS, member.name(), "its members are " + String.join(", ", MEMBERS)));
      }
    }
    for (String name : REQUIRED) {
      if (fields.text(object, name).filter(text -> !text.isBlank()).isEmpty()) {
        fields.error(
            "missing-member",
            object.place(),
            "an entry needs `" + name + "`, so that nothing is accepted for ever or by nobody",
            "write `" + name + ": " + example(name) + "`");
      }
    }
    if (SELECTING.stream().noneMatch(object::has)) {
      fields.error(
          "accepts-everything",
          object.place(),
          "the entry does not say which differences it accepts",
          "write at least one of " + String.join(", ", SELECTING));
    }
  }

  private static String example(String name) {
    return switch (name) {
      case "until" -> "2027-01-31";
      case "owner" -> "team-checkout";
      default -> "no consumer sends this any more";
    };
  }

  private void checkRule(ObjectNode object, String id) {
    if (RuleBook.find(id).isPresent()) {
      return;
    }
    List<String> ids = RuleBook.all().stream().map(Rule::id).toList();
    String whole = id.contains("/") ? id : "agree/" + id;
    fields.error(
        "unknown-rule",
        place(object, "rule"),
        "there is no rule `" + id + "`",
        DidYouMean.fix(
            ids,
            whole,
            id.contains(":")
                ? "write `alias: " + id + "` for what another tool calls it"
                : "`concordat explain` lists them all"));
  }

  private void checkForm(ObjectNode object, String name, String text, Pattern form, String wanted) {
    if (!form.matcher(text).matches()) {
      fields.error(
          "bad-value", place(object, name), name + " is `" + text + "`, not " + wanted, "");
    }
  }

  private Optional<LocalDate> day(ObjectNode object, String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      fields.error(
          "bad-value",
          place(object, "until"),
          "until is `" + text + "`, not a day",
          "write the last day as year-month-day: 2027-01-31");
      return Optional.empty();
    }
  }

  private static Place place(ObjectNode object, String name) {
    return object.get(name).map(Node::place).orElseGet(object::place);
  }
}
