package dev.concordat.contracts.avro;

import dev.concordat.model.json.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes a schema's Parsing Canonical Form: primitives by their names, names in full, nothing but what data depends on, in
/// a fixed order, without spaces.
final class CanonicalForm {
  private final AvroSchema schema;
  private final StringBuilder out = new StringBuilder();
  private final Set<String> written = new HashSet<>();

  CanonicalForm(AvroSchema schema) {
    this.schema = schema;
  }

  String text() {
    write(schema.root());
    return out.toString();
  }

  private void write(AvroType type) {
    switch (type) {
      case AvroType.Primitive primitive -> quote(primitive.kind().text());
      case AvroType.Items array -> {
        out.append("{\"type\":\"array\",\"items\":");
        write(array.items());
        out.append('}');
      }
      case AvroType.Values map -> {
        out.append("{\"type\":\"map\",\"values\":");
        write(map.values());
        out.append('}');
      }
      case AvroType.Union union -> {
        out.append('[');
        for (int i = 0; i < union.branches().size(); i++) {
          out.append(i == 0 ? "" : ",");
          write(union.branches().get(i));
        }
        out.append(']');
      }
      case AvroType.Named named -> writeNamed(named);
      case AvroType.Unreadable ignored -> quote("unreadable");
    }
  }

  private void writeNamed(AvroType.Named named) {
    AvroDefinition definition = schema.definition(named).orElse(null);
    if (definition == null || !written.add(named.fullName())) {
      quote(named.fullName());
      return;
    }
    out.append("{\"name\":");
    quote(definition.fullName());
    switch (definition) {
      case AvroDefinition.Structure structure -> {
        out.append(",\"type\":\"record\",\"fields\":[");
        writeFields(structure.fields());
        out.append(']');
      }
      case AvroDefinition.Enumeration enumeration -> {
        out.append(",\"type\":\"enum\",\"symbols\":[");
        out.append(
            String.join(
                ",",
                enumeration.symbols().stream().map(s -> new JsonString(s).toString()).toList()));
        out.append(']');
      }
      case AvroDefinition.Fixed fixed ->
          out.append(",\"type\":\"fixed\",\"size\":").append(fixed.size());
    }
    out.append('}');
  }

  private void writeFields(List<AvroField> fields) {
    for (int i = 0; i < fields.size(); i++) {
      out.append(i == 0 ? "{\"name\":" : ",{\"name\":");
      quote(fields.get(i).name());
      out.append(",\"type\":");
      write(fields.get(i).type());
      out.append('}');
    }
  }

  private void quote(String text) {
    out.append(new JsonString(text));
  }
}
