package dev.concordat.contracts.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.reader.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphQlDefinitionsTest {
  @TempDir Path folder;

  private GraphQlSchemaContract schema(String name, String text) throws IOException {
    return (GraphQlSchemaContract)
        new ContractReader(folder).read(Files.writeString(folder.resolve(name), text));
  }

  @Test
  void readsDescriptionsAndTheDirectivesThatStandOnThings() throws IOException {
    // When
    GraphQlSchemaContract schema =
        schema(
            "schema.graphql",
            """
            "Who may."
            directive @auth(role: String = "any") repeatable on FIELD_DEFINITION | OBJECT
            extend schema @link(url: "https://specs.example")
            directive @link(url: String!) on SCHEMA
            type Query {
              "All of it."
              all: Int @auth(role: "admin") @auth
            }
            "Colours."
            enum Color { "Like fire." RED @deprecated(reason: "old") }
            """);
    // Then
    assertThat(schema.problems()).isEmpty();
    GraphQlType.Field all = schema.type("Query").orElseThrow().field("all").orElseThrow();
    assertThat(all.description()).contains("All of it.");
    assertThat(all.directives())
        .extracting(one -> one.name() + one.arguments() + one.place())
        .containsExactly("auth{role=\"admin\"}schema.graphql:7:12", "auth{}schema.graphql:7:33");
    assertThat(schema.type("Color").orElseThrow().description()).contains("Colours.");
    assertThat(schema.type("Color").orElseThrow().values().getFirst().description())
        .contains("Like fire.");
    GraphQlDirective auth = schema.directives().get("auth");
    assertThat(auth.locations()).containsExactly("FIELD_DEFINITION", "OBJECT");
    assertThat(auth.isRepeatable()).isTrue();
    assertThat(auth.description()).contains("Who may.");
    assertThat(schema.applied())
        .extracting(GraphQlType.Applied::arguments)
        .containsExactly(Map.of("url", "\"https://specs.example\""));
    assertThat(schema.isIntrospected()).isFalse();
  }

  @Test
  void anIntrospectionTellsOfInputsThatAreDeprecatedOrOneOfAndWhereScalarsAreSpecified()
      throws IOException {
    // When
    GraphQlSchemaContract schema =
        schema(
            "introspection.json",
            """
            {"__schema": {
              "queryType": {"name": "Query"}, "directives": [],
              "types": [
                {"kind": "OBJECT", "name": "Query", "interfaces": [], "fields": [
                  {"name": "at", "args": [
                     {"name": "a", "type": {"kind": "INPUT_OBJECT", "name": "By"},
                      "isDeprecated": true, "deprecationReason": "gone soon"}],
                   "type": {"kind": "SCALAR", "name": "Time"}, "isDeprecated": false}]},
                {"kind": "INPUT_OBJECT", "name": "By", "isOneOf": true, "inputFields": [
                  {"name": "id", "type": {"kind": "SCALAR", "name": "ID"}}]},
                {"kind": "SCALAR", "name": "Time", "specifiedByURL": "https://time.example"},
                {"kind": "SCALAR", "name": "ID"}
              ]}}
            """);
    // Then
    assertThat(schema.problems()).isEmpty();
    assertThat(schema.isIntrospected()).isTrue();
    assertThat(schema.type("Query").orElseThrow().fields().getFirst().arguments().getFirst())
        .extracting(GraphQlType.Field::deprecation)
        .isEqualTo(Optional.of("gone soon"));
    assertThat(schema.type("By").orElseThrow().directives().getFirst().name()).isEqualTo("oneOf");
    assertThat(schema.type("Time").orElseThrow().directives().getFirst().arguments())
        .isEqualTo(Map.of("url", "\"https://time.example\""));
  }
}
