package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Compiles a schema's members to keywords.
final class KeywordCompiler {
  private KeywordCompiler() {}

  static Schema.Compiled compile(Schema schema) {
    if (!(schema.node() instanceof ObjectNode object)) {
      return new Schema.Compiled(List.of(), false);
    }
    var present = new BitSet();
    for (ObjectNode.Member member : object.members()) {
      int order = Keywords.orderOf(member.name());
      if (order >= 0 && Keywords.isKnown(Keywords.ALL.get(order), schema.resource())) {
        present.set(order);
      }
    }
    if (schema.dialect().ignoresSiblingsOfRef() && present.get(Keywords.orderOf("$ref"))) {
      present.clear();
      present.set(Keywords.orderOf("$ref"));
    }
    return compile(schema, object, present);
  }

  private static Schema.Compiled compile(Schema schema, ObjectNode object, BitSet present) {
    var keywords = new ArrayList<Keyword>();
    present.stream()
        .mapToObj(Keywords.ALL::get)
        .forEach(
            spec ->
                object
                    .get(spec.name())
                    .map(value -> new KeywordSource(schema, object, spec.name(), value))
                    .flatMap(spec.factory()::compile)
                    .ifPresent(keywords::add));
    return new Schema.Compiled(
        List.copyOf(keywords), keywords.stream().anyMatch(Keyword::comesLast));
  }
}
