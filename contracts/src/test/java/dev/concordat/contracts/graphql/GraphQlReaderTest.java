package dev.concordat.contracts.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ProblemText;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphQlReaderTest {
  static final String SHOP =
      """
      type Query {
        order(id: ID!): Order
        search(text: String! = "x", kinds: [Kind!]): [Found!]!
      }

      "An order."
      type Order implements Node {
        id: ID!
        total: Money @deprecated(reason: "use price")
        items: [Item!]!
      }

      interface Node { id: ID! }
      type Item { sku: String!, quantity: Int }
      union Found = Order | Item
      enum Kind { ORDER ITEM }
      scalar Money
      extend type Item { color: Kind }
      """;

  @TempDir Path folder;

  private Contract read(String name, String text) throws IOException {
    return new ContractReader(folder).read(Files.writeString(folder.resolve(name), text));
  }

  private GraphQlSchemaContract schema(String text) throws IOException {
    return (GraphQlSchemaContract) read("schema.txt", text);
  }

  @Test
  void readsTypesWithTheirExtensionsAndPlaces() throws IOException {
    // When
    GraphQlSchemaContract schema = schema(SHOP);
    // Then
    assertThat(schema.problems()).isEmpty();
    assertThat(schema.kind()).isEqualTo(ContractKind.GRAPHQL);
    assertThat(schema.types().keySet())
        .containsExactly("Query", "Order", "Node", "Item", "Found", "Kind", "Money");
    GraphQlType order = schema.type("Order").orElseThrow();
    assertThat(order.interfaces()).containsExactly("Node");
    GraphQlType.Field total = order.field("total").orElseThrow();
    assertThat(total.deprecation()).contains("use price");
    assertThat(total.place()).hasToString("schema.txt:9:3");
    assertThat(schema.type("Item").orElseThrow().fields())
        .extracting(field -> field.name() + ": " + field.type())
        .containsExactly("sku: String!", "quantity: Int", "color: Kind");
    assertThat(schema.type("Query").orElseThrow().field("search").orElseThrow().arguments())
        .extracting(argument -> argument.type() + argument.defaultValue())
        .containsExactly("String!Optional[\"x\"]", "[Kind!]Optional.empty");
    assertThat(schema.roots()).containsEntry("query", "Query");
    assertThat(schema.executable()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type Query { a: Int }\ninterface Mutation { id: ID }",
        "type Query { a: Int }\nschema { query: Query mutation: Mutation }\nenum Mutation { A }",
        "type Query { a: Int }\nextend schema { subscription: S }\nscalar S",
        "type A { a: Int }\n\nunion Query = A",
      })
  void rootsThatAreNoObjectTypesAreLeftOut(String text) throws IOException {
    // When
    GraphQlSchemaContract schema = schema(text);
    // Then
    assertThat(schema.problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains("is no object type"));
    assertThat(schema.executable()).isPresent();
  }

  @Test
  void readsDocumentsAndValidatesThemByASchema() throws IOException {
    // Given
    GraphQlSchemaContract schema = schema(SHOP);
    var document =
        (GraphQlDocumentContract)
            read("ask.graphql", "query One($id: ID!) {\n  order(id: $id) { id totl }\n}\n");
    // When
    var problems = document.validate(schema);
    // Then
    assertThat(document.operations())
        .extracting(it -> it.type() + " " + it.name() + " " + it.variables().getFirst().type())
        .containsExactly("query One ID!");
    assertThat(problems)
        .extracting(problem -> problem.rule() + " " + problem.place() + " " + problem.fix())
        .containsExactly("graphql/invalid-document ask.graphql:2:23 did you mean `total`?");
  }

  @Test
  void readsAnIntrospectionAsASchema() throws IOException {
    // When
    Contract contract =
        read(
            "introspection.json",
            """
            {"data": {"__schema": {
              "queryType": {"name": "Query"}, "mutationType": null, "subscriptionType": null, "directives": [],
              "types": [
                {"kind": "OBJECT", "name": "Query", "description": null, "interfaces": [], "fields": [
                  {"name": "hello", "description": null, "args": [],
                   "type": {"kind": "NON_NULL", "name": null, "ofType": {"kind": "SCALAR", "name": "String"}},
                   "isDeprecated": false, "deprecationReason": null}]},
                {"kind": "SCALAR", "name": "String", "description": null}
              ]}}}
            """);
    // Then
    assertThat(contract.problems()).isEmpty();
    GraphQlType query = ((GraphQlSchemaContract) contract).type("Query").orElseThrow();
    assertThat(query.field("hello").orElseThrow().type()).isEqualTo("String!");
    assertThat(query.field("hello").orElseThrow().place().line()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: object",
        "{\"type\": \"object\"}",
        "{ a, b }",
        "query: x",
        "{ query: { a: 1 } }",
        "schema:\n  type: x",
        "# type Foo {\nopenapi: 3.1.0",
        "\"type Foo {\": 1",
        "message: Hello {",
        "- type Foo",
        "syntax: proto3",
        "enum:\n- A"
      })
  void neverTakesJsonOrYamlForGraphQlOrProtobuf(String text) throws IOException {
    // When
    Contract contract = read("file", text);
    // Then
    assertThat(contract.kind()).isNotIn(ContractKind.GRAPHQL, ContractKind.PROTOBUF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ user(id: 4) { name } }",
        "{ me { name } }",
        "query { a }",
        "\"\"\"Doc\"\"\"\ntype A { b: Int }",
        "# c\n\nschema { query: Q } type Q { a: Int }",
        "enum A { B C }\ntype Query { a: A }",
        "extend type A { b: Int }",
        "fragment F on A { b }",
        "directive @a on FIELD\ntype Query { a: Int }"
      })
  void knowsGraphQlByItsContent(String text) throws IOException {
    // When
    Contract contract = read("file", text);
    // Then
    assertThat(contract.kind()).isEqualTo(ContractKind.GRAPHQL);
  }

  @Nested
  class Failures {
    private String shown(String text) throws IOException {
      return String.join(
          "", schema(text).problems().stream().map(p -> ProblemText.of(p, folder)).toList());
    }

    @Test
    void aTypeThatIsNotThereCostsItsFieldOnly() throws IOException {
      // Given
      String text = "type Query {\n  order: Ordr\n  size: Int\n}\ntype Order { id: ID }\n";
      // When
      String shown = shown(text);
      // Then
      assertThat(shown)
          .isEqualTo(
              """
              error: the type `Ordr` is not defined
                at schema.txt:2:10   graphql/unknown-type
                  |
                2 |   order: Ordr
                  |          ^
                fix: did you mean `Order`?
              """);
      assertThat(schema(text).executable().orElseThrow().getQueryType().getFieldDefinitions())
          .hasSize(1);
    }

    @Test
    void aSyntaxErrorCostsItsTypeOnly() throws IOException {
      // When
      GraphQlSchemaContract schema =
          schema(
              "type Query {\n  a: Int\n}\n\ntype Bad {\n  b: = Int\n}\n\ntype Good { c: Int }\n");
      // Then
      assertThat(schema.types().keySet()).containsExactly("Query", "Good");
      assertThat(schema.problems())
          .extracting(problem -> problem.rule() + " " + problem.place())
          .containsExactly("graphql/syntax schema.txt:6:6");
    }

    @Test
    void aTypeThatLacksAFieldOfItsInterfaceIsToldAndTheRestIsUsable() throws IOException {
      // When
      GraphQlSchemaContract schema =
          schema(
              "type Query { n: Node }\ninterface Node { id: ID! }\ntype A implements Node { b: Int }\n");
      // Then
      assertThat(schema.problems())
          .extracting(problem -> problem.rule() + " " + problem.place())
          .contains("graphql/invalid-schema schema.txt:3:1");
      assertThat(schema.executable()).isPresent();
    }

    @Test
    void aSchemaWithoutQueriesIsTold() throws IOException {
      // When
      GraphQlSchemaContract schema = schema("type A { b: Int }\ntype A { c: Int }\n");
      // Then
      assertThat(schema.problems())
          .extracting(Problem::rule)
          .containsExactlyInAnyOrder("graphql/no-query", "graphql/duplicate-type");
      assertThat(schema.executable()).isPresent();
    }

    @Test
    void neverFailsOnDamagedText() throws IOException {
      // Given
      long seed = 7;
      var random = new Random(seed);
      String signs = "{}()[]!:=@|&\"# \n\0étype Query";
      for (int round = 0; round < 300; round++) {
        var text = new StringBuilder(SHOP);
        for (int change = 0; change <= random.nextInt(4); change++) {
          int at = random.nextInt(text.length());
          if (random.nextBoolean()) {
            text.deleteCharAt(at);
          } else {
            text.insert(at, signs.charAt(random.nextInt(signs.length())));
          }
        }
        // When
        Contract contract = read("schema.graphql", text.toString());
        // Then
        assertThat(contract.kind())
            .as("seed %d, round %d", seed, round)
            .isEqualTo(ContractKind.GRAPHQL);
      }
    }

    @Test
    void textsThatAreTooDeepAreRefused() throws IOException {
      // When
      Contract contract = read("deep.graphql", "query { a " + "{ a ".repeat(10_000));
      // Then
      assertThat(contract.problems()).extracting(Problem::rule).containsExactly("graphql/too-much");
    }
  }
}
