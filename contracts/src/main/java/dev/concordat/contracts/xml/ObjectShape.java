package dev.concordat.contracts.xml;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The members that a schema names, each with how it stands in XML.
///
/// @param rest what members must be that it does not name
record ObjectShape(List<Property> properties, Set<String> required, Optional<Schema> rest) {
  /// @param types the JSON types it may have
  /// @param items what its items are, where it may be a list
  record Property(
      String name, Schema schema, XmlShape xml, Set<String> types, Optional<Schema> items) {
    boolean isList() {
      return types.contains("array") && !types.contains("object") && !types.contains("string");
    }

    boolean isNullable() {
      return types.contains("null") && types.size() < 6;
    }
  }

  Set<String> names() {
    return properties.stream().map(Property::name).collect(Collectors.toSet());
  }

  static ObjectShape of(Schema schema) {
    var properties = new ArrayList<Property>();
    for (String name : SchemaShape.propertyNames(schema)) {
      SchemaShape.property(schema, name)
          .ifPresent(
              found ->
                  properties.add(
                      new Property(
                          name,
                          found,
                          XmlShape.of(found),
                          SchemaShape.types(found),
                          SchemaShape.item(found))));
    }
    return new ObjectShape(
        properties,
        SchemaShape.required(schema),
        schema.view().additionalProperties().filter(rest -> !rest.allowsNothing()));
  }
}
