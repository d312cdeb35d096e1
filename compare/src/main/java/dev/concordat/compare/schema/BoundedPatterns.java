package dev.concordat.compare.schema;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `pattern` and `patternProperties` for the second voter: with the JDK's regular expressions as it has them, but no text
/// may keep one busy for ever.
final class BoundedPatterns implements EvaluatorFactory {
  @Override
  public Optional<Evaluator> create(SchemaParsingContext context, String name, JsonNode node) {
    return switch (name) {
      case "pattern" -> node.isString() ? Optional.of(pattern(node.asString())) : Optional.empty();
      case "patternProperties" ->
          node.isObject() ? Optional.of(properties(context, node)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Evaluator pattern(String source) {
    Pattern pattern = Pattern.compile(source);
    return (context, node) ->
        !node.isString() || matches(pattern, node.asString())
            ? Evaluator.Result.success()
            : Evaluator.Result.failure("does not match " + source);
  }

  private static Evaluator properties(SchemaParsingContext context, JsonNode node) {
    Map<Pattern, String> schemas = new LinkedHashMap<>();
    node.asObject()
        .forEach(
            (source, schema) ->
                schemas.put(Pattern.compile(source), context.getAbsoluteUri(schema)));
    return (evaluation, value) -> evaluate(schemas, evaluation, value);
  }

  private static Evaluator.Result evaluate(
      Map<Pattern, String> schemas, EvaluationContext evaluation, JsonNode value) {
    if (!value.isObject()) {
      return Evaluator.Result.success();
    }
    Set<String> met = new HashSet<>();
    boolean holds = true;
    for (Map.Entry<String, JsonNode> member : value.asObject().entrySet()) {
      for (Map.Entry<Pattern, String> schema : schemas.entrySet()) {
        if (matches(schema.getKey(), member.getKey())) {
          met.add(member.getKey());
          holds &= evaluation.resolveInternalRefAndValidate(schema.getValue(), member.getValue());
        }
      }
    }
    return holds ? Evaluator.Result.success(met) : Evaluator.Result.failure();
  }

  private static boolean matches(Pattern pattern, String text) {
    return pattern.matcher(new Bounded(text, new int[] {Bounded.MAX_READS})).find();
  }

  /// A text that may only be read so often.
  @SuppressWarnings("ArrayRecordComponent") // a counter that all parts of a text share
  private record Bounded(String text, int[] left) implements CharSequence {
    static final int MAX_READS = 200_000;

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new IllegalStateException("a pattern that takes too long");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Bounded(text.substring(start, end), left);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
