package dev.concordat.contracts.reading;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
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
    var examples = new ArrayList<DocumentedExample>();
    if (schema instanceof ObjectNode && Reading.isReference(schema)) {
      return reading.object(schema, "the schema").map(this::ofSchema).orElseGet(List::of);
    }
    if (schema instanceof ObjectNode object) {
      if (object.get("examples").orElse(null) instanceof ArrayNode list) {
        list.items().forEach(item -> examples.add(example("", item)));
      }
      if (examples.isEmpty()) {
        object.get("example").ifPresent(value -> examples.add(example("", value)));
      }
    }
    return examples;
  }

  private static DocumentedExample example(String name, Node value) {
    return new DocumentedExample(name, value.toJson(), value.place());
  }
}
