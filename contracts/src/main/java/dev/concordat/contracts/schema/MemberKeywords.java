package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonBoolean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `properties`, `patternProperties` and `additionalProperties`: one pass over the members. The first of them that stands
/// in the schema does the work of all.
final class MemberKeywords {
  private static final String PROPERTIES = "properties";
  private static final String PATTERNS = "patternProperties";
  private static final String ADDITIONAL = "additionalProperties";

  private MemberKeywords() {}

  static Optional<Keyword> properties(KeywordSource source) {
    return source
        .namedSchemas()
        .map(named -> new MembersKeyword(named, patterns(source), additional(source)));
  }

  static Optional<Keyword> patternProperties(KeywordSource source) {
    return !(source.value() instanceof ObjectNode) || !isNamed(source, PROPERTIES)
        ? source
            .namedSchemas()
            .map(named -> new MembersKeyword(Map.of(), patterns(source), additional(source)))
        : Optional.empty();
  }

  static Optional<Keyword> additionalProperties(KeywordSource source) {
    boolean isDone =
        isNamed(source, PROPERTIES) || (hasPatterns(source) && isNamed(source, PATTERNS));
    return source
        .schemaValue()
        .filter(schema -> !isDone)
        .map(schema -> new MembersKeyword(Map.of(), List.of(), Optional.of(schema)));
  }

  private static boolean hasPatterns(KeywordSource source) {
    return !source.dialect().isOldOpenApi();
  }

  private static boolean isNamed(KeywordSource source, String keyword) {
    return source.sibling(keyword).filter(ObjectNode.class::isInstance).isPresent();
  }

  private static List<MembersKeyword.ByPattern> patterns(KeywordSource source) {
    var found = new ArrayList<MembersKeyword.ByPattern>();
    if (hasPatterns(source)
        && source.sibling(PATTERNS).orElse(null) instanceof ObjectNode patterns) {
      var written = new KeywordSource(source.schema(), source.object(), PATTERNS, patterns);
      for (ObjectNode.Member member : patterns.members()) {
        // A pattern that is none is reported; what it meant is not held against any member.
        found.add(
            new MembersKeyword.ByPattern(
                StringKeywords.matcher(written, member.name())
                    .orElseGet(() -> source.schema().loader().patterns().of(member.name())),
                source.schema().inner(member.value())));
      }
    }
    return found;
  }

  private static Optional<Schema> additional(KeywordSource source) {
    return source.sibling(ADDITIONAL).filter(MemberKeywords::isSchema).map(source.schema()::inner);
  }

  static boolean isSchema(Node node) {
    return node instanceof ObjectNode
        || (node instanceof ScalarNode scalar && scalar.value() instanceof JsonBoolean);
  }
}
