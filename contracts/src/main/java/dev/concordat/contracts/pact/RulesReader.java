package dev.concordat.contracts.pact;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.matching.PathExpression;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the matching rules of one message. Version 2 has one list of path expressions (`$.body.items`), version 3 and
/// later have categories (`"body": {"$.items": …}`); which one it is shows in the keys.
final class RulesReader {
  /// A name with an index: `id[0]`, `id[*]`.
  private static final Pattern INDEXED = Pattern.compile("([^\\[\\]]+)\\[(?:\\d{1,9}|\\*)]");

  private final RuleReader rules;
  private final Problems problems;

  RulesReader(RuleReader rules, Problems problems) {
    this.rules = rules;
    this.problems = problems;
  }

  private enum Category {
    PATH,
    QUERY,
    HEADER,
    BODY,
    STATUS,
    METADATA
  }

  /// The rules of the message at the node.
  MatchingRules read(Node message) {
    Optional<ObjectNode> all = Fields.object(message, "matchingRules");
    return all.map(this::read).orElse(MatchingRules.NONE);
  }

  private MatchingRules read(ObjectNode all) {
    Map<Category, Map<PathExpression, RuleList>> found = new EnumMap<>(Category.class);
    for (ObjectNode.Member member : all.members()) {
      if (member.name().startsWith("$")) {
        flat(member, found);
      } else {
        category(member, found);
      }
    }
    return new MatchingRules(
        set(found, Category.PATH),
        set(found, Category.QUERY),
        set(found, Category.HEADER),
        set(found, Category.BODY),
        set(found, Category.STATUS),
        set(found, Category.METADATA));
  }

  private static RuleSet set(
      Map<Category, Map<PathExpression, RuleList>> found, Category category) {
    return new RuleSet(found.getOrDefault(category, Map.of()));
  }

  private static Optional<Category> categoryOf(String name) {
    return switch (name) {
      case "path" -> Optional.of(Category.PATH);
      case "query" -> Optional.of(Category.QUERY);
      case "header", "headers" -> Optional.of(Category.HEADER);
      case "body", "content", "contents" -> Optional.of(Category.BODY);
      case "status" -> Optional.of(Category.STATUS);
      case "metadata", "metaData" -> Optional.of(Category.METADATA);
      default -> Optional.empty();
    };
  }

  private void flat(ObjectNode.Member member, Map<Category, Map<PathExpression, RuleList>> found) {
    Optional<PathExpression> path = rules.path(member.name(), member.value());
    if (path.isEmpty()) {
      return;
    }
    Optional<Category> category = categoryOf(path.get().firstName());
    if (category.isEmpty()) {
      unknownCategory(member.name(), member.value());
      return;
    }
    PathExpression inner = path.get().withoutFirstName();
    put(found, category.get(), lowered(category.get(), inner), rules.list(member.value()));
  }

  private void category(
      ObjectNode.Member member, Map<Category, Map<PathExpression, RuleList>> found) {
    Optional<Category> category = categoryOf(member.name());
    if (category.isEmpty() || !(member.value() instanceof ObjectNode content)) {
      unknownCategory(member.name(), member.value());
    } else if (content.has("matchers")) {
      put(found, category.get(), PathExpression.parse("$"), rules.list(content));
    } else {
      content.members().forEach(rule -> named(category.get(), rule, found));
    }
  }

  private void named(
      Category category,
      ObjectNode.Member rule,
      Map<Category, Map<PathExpression, RuleList>> found) {
    String key = rule.name();
    RuleList list = rules.list(rule.value());
    boolean isByName =
        category == Category.HEADER || category == Category.QUERY || category == Category.METADATA;
    if (!isByName || key.startsWith("$")) {
      rules
          .path(key, rule.value())
          .ifPresent(path -> put(found, category, lowered(category, path), list));
      return;
    }
    put(found, category, lowered(category, PathExpression.ofName(key)), list);
    Matcher indexed = INDEXED.matcher(key);
    if (indexed.matches()) {
      put(found, category, lowered(category, PathExpression.parse(key)), list);
    }
  }

  private static PathExpression lowered(Category category, PathExpression path) {
    return category == Category.HEADER ? path.lowerCase() : path;
  }

  private static void put(
      Map<Category, Map<PathExpression, RuleList>> found,
      Category category,
      PathExpression path,
      RuleList list) {
    if (!list.rules().isEmpty()) {
      found.computeIfAbsent(category, any -> new LinkedHashMap<>()).put(path, list);
    }
  }

  private void unknownCategory(String name, Node node) {
    problems.warning(
        "pact/unknown-rule-category",
        node,
        "matching rules for '" + name + "' are not known, so they are not applied",
        "rules are for path, query, header, body, status or metadata");
  }
}
