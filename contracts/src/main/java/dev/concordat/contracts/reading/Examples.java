package dev.concordat.contracts.reading;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// Reads the examples beside a schema: a lone `example`, or `examples` by name with their values.
public final class Examples {
  private final Reading reading;

  public Examples(Reading reading) {
    this.reading = reading;
  }

  /// The examples of a media type, parameter or header. Examples kept in other documents (`externalValue`) are left out.
  public List<DocumentedExample> of(ObjectNode holder) {
    var examples = new ArrayList<DocumentedExample>();
    if (holder.get("examples").orElse(null) instanceof ObjectNode named) {
      for (ObjectNode.Member member : named.members()) {
        reading
            .object(member.value(), "the example '" + member.name() + "'")
            .flatMap(example -> example.get("value").or(() -> example.get("dataValue")))
            .ifPresent(value -> examples.add(example(member.name(), value)));
      }
    }
    if (examples.isEmpty()) {
      holder.get("example").ifPresent(value -> examples.add(example("", value)));
    }
    return examples;
  }

  /// The examples that a schema carries itself; they speak where the holder has none.
  public List<DocumentedExample> ofSchema(Node schema) {
    if (schema instanceof ObjectNode && Reading.isReference(schema)) {
      return reading.object(schema, "the schema").map(Examples::inside).orElseGet(List::of);
    }
    return schema instanceof ObjectNode object ? inside(object) : List.of();
  }

  private static List<DocumentedExample> inside(ObjectNode schema) {
    var examples = new ArrayList<DocumentedExample>();
    if (schema.get("examples").orElse(null) instanceof ArrayNode list) {
      list.items().forEach(item -> examples.add(example("", item)));
    }
    if (examples.isEmpty()) {
      schema.get("example").ifPresent(value -> examples.add(example("", value)));
    }
    return examples;
  }

  /// Tells which examples break the schema beside them: readers copy examples, and cases are made of them.
  public void check(Schema schema, List<DocumentedExample> examples, Direction direction) {
    if (!reading.documents().judgesExamples()) {
      return;
    }
    for (DocumentedExample example : examples) {
      schema.validate(example.value(), direction).stream()
          .findFirst()
          .ifPresent(violation -> reading.add(problem(example, violation)));
    }
  }

  private static Problem problem(DocumentedExample example, Violation violation) {
    String name = example.name().isEmpty() ? "the example" : "the example '" + example.name() + "'";
    return Problem.warning(
        "contract/example-breaks-schema",
        example.place(),
        name + " breaks its own schema: " + violation.message(),
        "mend the example or the schema");
  }

  private static DocumentedExample example(String name, Node value) {
    return new DocumentedExample(name, value);
  }
}
