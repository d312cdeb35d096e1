package dev.concordat.compare.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Impact;
import graphql.GraphQL;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.language.AstPrinter;
import graphql.language.AstSorter;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What changes only the text of a schema is no difference.
class GraphQlMetamorphicTest {
  private static final String RICH =
      """
      directive @auth(roles: [Role!] = [ADMIN]) repeatable on FIELD_DEFINITION | FIELD
      type Query {
        "All of them."
        all(by: By = {limit: 1, text: "x"}, ids: [ID!] = [1]): [Found!]!
        old(a: Int @deprecated(reason: "b")): Int @deprecated
      }
      interface Node { id: ID! }
      interface Named implements Node { id: ID!, name: String }
      type A implements Node & Named { id: ID!, name: String, at: Time }
      type B implements Node { id: ID!, of: A }
      union Found = A | B
      enum Role { ADMIN USER @deprecated(reason: "gone") }
      input By { text: String, limit: Int = 5, one: One }
      input One @oneOf { a: Int, b: String }
      scalar Time @specifiedBy(url: "https://time.example")
      type Subscription { changed: B }
      """;

  @TempDir Path folder;

  private ContractComparison diff(String before, String after) throws IOException {
    return new Schemas(folder).diff(before, after);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfDefinitionsIsNoDifference(long seed) throws IOException {
    // Given
    List<String> definitions = new ArrayList<>(new GeneratedSchema(30, seed).definitions());
    String before = String.join("\n", definitions);
    Collections.shuffle(definitions, new Random(seed));
    // When
    ContractComparison comparison = diff(before, String.join("\n", definitions));
    // Then
    assertThat(comparison.differences()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theOrderOfFieldsValuesAndArgumentsAndTheLayoutAreNoDifference(boolean isRich)
      throws IOException {
    // Given
    String before = isRich ? RICH : new GeneratedSchema(20, 7).text();
    Document sorted = new AstSorter().sort(Parser.parse(before));
    // When
    ContractComparison there = diff(before, AstPrinter.printAst(sorted));
    ContractComparison back = diff(AstPrinter.printAst(sorted), before);
    // Then
    assertThat(there.differences()).isEmpty();
    assertThat(back.differences()).isEmpty();
  }

  @Test
  void whatIsSplitIntoExtensionsIsNoDifference() throws IOException {
    // Given
    String before = new GeneratedSchema(20, 5).text();
    // When
    ContractComparison comparison = diff(before, AstPrinter.printAst(split(Parser.parse(before))));
    // Then
    assertThat(comparison.problems()).isEmpty();
    assertThat(comparison.differences()).isEmpty();
  }

  /// Every object with its first field, and the rest as extensions, one field each.
  @SuppressWarnings("rawtypes") // the builder takes them so
  private static Document split(Document document) {
    return document.transform(
        builder -> {
          var definitions = new ArrayList<graphql.language.Definition>();
          for (var definition : document.getDefinitions()) {
            if (definition instanceof ObjectTypeDefinition type) {
              List<FieldDefinition> fields = type.getFieldDefinitions();
              definitions.add(type.transform(one -> one.fieldDefinitions(fields.subList(0, 1))));
              for (FieldDefinition field : fields.subList(1, fields.size())) {
                definitions.add(
                    ObjectTypeExtensionDefinition.newObjectTypeExtensionDefinition()
                        .name(type.getName())
                        .fieldDefinition(field)
                        .build());
              }
            } else {
              definitions.add(definition);
            }
          }
          builder.definitions(definitions);
        });
  }

  @Test
  void descriptionsBreakNobody() throws IOException {
    // Given
    String before = new GeneratedSchema(20, 3).text();
    String after =
        before.replaceAll("(?m)^(type|enum|input|union|interface|  f\\d)", "\"Said so.\" $1");
    // When
    ContractComparison comparison = diff(before, after);
    // Then
    assertThat(comparison.differences()).hasSizeGreaterThan(100);
    assertThat(comparison.differences()).allMatch(one -> one.impact() == Impact.SAFE);
    assertThat(comparison.tally().broken()).isZero();
  }

  @Test
  void rootsThatAreNamedAsTheyWouldBeAnywayAreNoDifference() throws IOException {
    // When
    ContractComparison comparison =
        diff(RICH, RICH + "schema { query: Query, subscription: Subscription }");
    // Then
    assertThat(comparison.differences()).isEmpty();
  }

  @Test
  void valuesThatMeanTheSameAreNoDifference() throws IOException {
    // When
    ContractComparison comparison =
        diff(
            RICH,
            RICH.replace("{limit: 1, text: \"x\"}", "{text: \"\"\"x\"\"\", limit: 1}")
                .replace("[ID!] = [1]", "[ID!] = \"1\"")
                .replace("[ADMIN])", "ADMIN)"));
    // Then
    assertThat(comparison.differences()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anIntrospectionOfTheSameSchemaIsNoDifference(boolean isRich) throws IOException {
    // Given
    String text = isRich ? RICH : new GeneratedSchema(20, 11).text();
    Contract written = new Schemas(folder).read("schema.graphql", text);
    Contract asked = introspection((GraphQlSchemaContract) written);
    // When
    ContractComparison there = Schemas.diff(written, asked);
    ContractComparison back = Schemas.diff(asked, written);
    // Then
    assertThat(asked.problems()).isEmpty();
    assertThat(there.differences()).isEmpty();
    assertThat(back.differences()).isEmpty();
  }

  @Test
  void directivesThatAnIntrospectionDoesNotTellAreSaidToBeNotCompared() throws IOException {
    // Given
    Contract written =
        new Schemas(folder)
            .read(
                "schema.graphql",
                "directive @auth on FIELD_DEFINITION type Query { a: Int @auth }");
    // When
    ContractComparison comparison =
        Schemas.diff(written, introspection((GraphQlSchemaContract) written));
    // Then
    assertThat(comparison.differences())
        .extracting(one -> one.impact() + " " + one.message())
        .containsExactly("RISKY whether @auth stand where they stood was not compared");
  }

  private Contract introspection(GraphQlSchemaContract schema) throws IOException {
    var options =
        IntrospectionQueryBuilder.Options.defaultOptions()
            .descriptions(true)
            .specifiedByUrl(true)
            .isOneOf(true)
            .directiveIsRepeatable(true)
            .inputValueDeprecation(true);
    Object result =
        GraphQL.newGraphQL(schema.executable().orElseThrow())
            .build()
            .execute(IntrospectionQueryBuilder.build(options))
            .toSpecification();
    return new Schemas(folder)
        .read("introspection.json", JsonMapper.builder().build().writeValueAsString(result));
  }
}
