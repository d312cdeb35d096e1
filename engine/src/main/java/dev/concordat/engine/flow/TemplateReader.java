package dev.concordat.engine.flow;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads values and patterns. `$x` refers, `~x` matches or makes; a text that really starts so is written `$$x`, `~~x`.
final class TemplateReader {
  private static final String MAKE = "~new ";
  private static final String EXACTLY = "exactly";
  private static final String SOME = "some";

  private final Reading reading;

  TemplateReader(Reading reading) {
    this.reading = reading;
  }

  Template template(Node node) {
    return switch (node) {
      case ObjectNode object -> members(object);
      case ArrayNode array ->
          new Template.Items(array.items().stream().map(this::template).toList());
      case ScalarNode scalar -> scalar(scalar);
    };
  }

  Template.Members members(ObjectNode object) {
    Map<String, Template> members = new LinkedHashMap<>();
    object.members().forEach(member -> members.put(member.name(), template(member.value())));
    return new Template.Members(members);
  }

  private Template scalar(ScalarNode node) {
    if (!(node.value() instanceof JsonString(String text))) {
      return new Template.Literal(node.value());
    }
    if (text.startsWith(MAKE)) {
      String what = text.substring(MAKE.length()).strip();
      NewValues.complaint(what)
          .ifPresent(complaint -> reading.error(node.place(), "unknown-maker", complaint, ""));
      return new Template.Generated(what, node.place());
    }
    if (isMarked(text, '~')) {
      reading.error(
          node.place(),
          "matcher-in-value",
          text + " is a matcher, and here a value to send is needed",
          "Write the value, a reference such as $given.x, or ~new uuid.");
    }
    return value(node, text);
  }

  private Template value(ScalarNode node, String text) {
    if (isMarked(text, '$')) {
      return reference(node, text)
          .<Template>map(reference -> new Template.Referred(reference, node.place()))
          .orElseGet(() -> new Template.Literal(node.value()));
    }
    return new Template.Literal(unescaped(text));
  }

  Pattern pattern(Node node) {
    return pattern(node, false);
  }

  private Pattern pattern(Node node, boolean isExact) {
    return switch (node) {
      case ObjectNode object -> objectPattern(object, isExact);
      case ArrayNode array -> {
        List<Pattern> items = new ArrayList<>();
        array.items().forEach(item -> items.add(pattern(item, isExact)));
        yield new Pattern.Items(items, Reading.sentence(node));
      }
      case ScalarNode scalar -> scalarPattern(scalar);
    };
  }

  private Pattern objectPattern(ObjectNode object, boolean isExact) {
    if (object.members().size() == 1) {
      ObjectNode.Member only = object.members().getFirst();
      if (only.name().equals(EXACTLY)) {
        return pattern(only.value(), true);
      }
      if (only.name().equals(SOME)) {
        return new Pattern.Some(pattern(only.value(), isExact), Reading.sentence(object));
      }
    }
    Map<String, Pattern> members = new LinkedHashMap<>();
    object
        .members()
        .forEach(member -> members.put(member.name(), pattern(member.value(), isExact)));
    return new Pattern.Members(members, isExact, Reading.sentence(object));
  }

  private Pattern scalarPattern(ScalarNode node) {
    if (node.value() instanceof JsonString(String text) && isMarked(text, '~')) {
      switch (MatcherParser.parse(text.substring(1))) {
        case MatcherParser.Parsed.Good(Matcher matcher) -> {
          MatcherReferences.of(matcher).forEach(one -> reading.checkName(one, node.place()));
          return new Pattern.Matching(matcher, text, Reading.sentence(node));
        }
        case MatcherParser.Parsed.Bad(String complaint) ->
            reading.error(node.place(), "unknown-matcher", complaint, "");
      }
    }
    Template template =
        node.value() instanceof JsonString(String text)
            ? value(node, text)
            : new Template.Literal(node.value());
    return new Pattern.Equal(template, Reading.sentence(node));
  }

  private Optional<Reference> reference(ScalarNode node, String text) {
    Optional<Reference> reference = Reference.parse(text);
    reference.ifPresentOrElse(
        found -> reading.checkName(found, node.place()),
        () ->
            reading.error(
                node.place(),
                "wrong-reference",
                text + " is not a reference",
                "Write $step.body.field; a text that starts with $ is written with $$."));
    return reference;
  }

  private static boolean isMarked(String text, char mark) {
    return text.length() > 1 && text.charAt(0) == mark && text.charAt(1) != mark;
  }

  private static JsonValue unescaped(String text) {
    boolean isEscaped = text.startsWith("$$") || text.startsWith("~~");
    return new JsonString(isEscaped ? text.substring(1) : text);
  }
}
