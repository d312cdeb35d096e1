package dev.concordat.compare.schema;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.util.Optional;

/// JSON Schema 2020-12 for the second voter: formats are asserted, and patterns are bounded. The library would ask each of
/// its tables of keywords about each member of a schema; here each keyword has one.
final class VotedDialect extends Dialects.Draft2020Dialect implements EvaluatorFactory {
  static final VotedDialect INSTANCE = new VotedDialect();

  private final EvaluatorFactory plain = super.getEvaluatorFactory();
  private final EvaluatorFactory patterns = new BoundedPatterns();
  private final EvaluatorFactory formats = new FormatEvaluatorFactory();

  private VotedDialect() {}

  @Override
  public EvaluatorFactory getEvaluatorFactory() {
    return this;
  }

  @Override
  public Optional<Evaluator> create(SchemaParsingContext context, String name, JsonNode node) {
    Optional<Evaluator> ours =
        switch (name) {
          case "pattern", "patternProperties" -> patterns.create(context, name, node);
          case "format" -> formats.create(context, name, node);
          default -> Optional.empty();
        };
    if (ours.isPresent()) {
      return ours;
    }
    Optional<Evaluator> theirs = plain.create(context, name, node);
    boolean isOfAll =
        name.equals("items") && !context.getCurrentSchemaObject().containsKey("prefixItems");
    return isOfAll ? theirs.map(Twins::new) : theirs;
  }

  /// `items` that hold of all items: of those that are the same one is shown. What is said of one is true of its twins, and
  /// an array that is too long by one has thousands.
  private record Twins(Evaluator theirs) implements Evaluator {
    @Override
    public Result evaluate(EvaluationContext context, JsonNode node) {
      return theirs.evaluate(context, ((VotedValue) node).withoutTwins());
    }

    @Override
    public int getOrder() {
      return theirs.getOrder();
    }
  }
}
