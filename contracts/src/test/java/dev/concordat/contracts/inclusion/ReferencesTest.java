package dev.concordat.contracts.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private final Inclusions inclusions = new Inclusions(Effort.defaults());

  @Test
  void nothingIsSaidWhereAReferenceLeadsNowhere() {
    // Given
    Schema sender = Given.schema("{'properties':{'a':{'$ref':'#/$defs/missing'}}}");

    // When
    Inclusion answer =
        inclusions.check(
            sender, Reading.LITERAL, Given.schema("{'type':'object'}"), Direction.NONE);

    // Then
    assertThat(Given.answer(answer))
        .isEqualTo("unknown: the reference at given.json:1:28 leads nowhere");
  }

  @Test
  void aReferenceThatNoValueMeetsDoesNoHarm() {
    // Given
    Schema sender = Given.schema("{'type':'string','$defs':{'unused':{'$ref':'#/$defs/missing'}}}");

    // When
    Inclusion answer =
        inclusions.check(
            sender, Reading.LITERAL, Given.schema("{'type':['string','null']}"), Direction.NONE);

    // Then
    assertThat(answer).isEqualTo(new Inclusion.Proved());
  }

  @Test
  void aDynamicReferenceThatNothingRedirectsIsAReference() {
    // Given
    String list =
        """
        {"$id":"urn:example:list","$dynamicAnchor":"node",
         "properties":{"next":{"$dynamicRef":"#node"}}}
        """;

    // When
    Inclusion answer =
        inclusions.check(
            Given.schema(Dialect.DRAFT_2020_12, list),
            Reading.LITERAL,
            Given.schema(Dialect.DRAFT_2020_12, list.replace("$dynamicRef", "$ref")),
            Direction.NONE);

    // Then
    assertThat(answer).isEqualTo(new Inclusion.Proved());
  }

  @Test
  void aDynamicReferenceLeadsWhereTheWayToItLeads() {
    // Given
    String extended =
        """
        {"$id":"urn:example:extended","$dynamicAnchor":"node","$ref":"urn:example:list",
         "required":["name"],
         "$defs":{"list":{"$id":"urn:example:list","$dynamicAnchor":"node",
           "properties":{"next":{"$dynamicRef":"#node"}}}}}
        """;
    Schema sender = Given.schema(Dialect.DRAFT_2020_12, extended);

    // When
    Inclusion named =
        inclusions.check(
            sender,
            Reading.LITERAL,
            Given.schema(
                Dialect.DRAFT_2020_12,
                "{\"properties\":{\"next\":{\"properties\":{\"next\":{\"required\":[\"name\"]}}}}}"),
            Direction.NONE);
    Inclusion old =
        inclusions.check(
            sender,
            Reading.LITERAL,
            Given.schema(
                Dialect.DRAFT_2020_12, "{\"properties\":{\"next\":{\"maxProperties\":0}}}"),
            Direction.NONE);

    // Then
    assertThat(Given.answer(named)).isEqualTo("proved");
    assertThat(Given.answer(old)).isEqualTo("{'name':null,'next':{'name':null}}");
  }

  @Test
  void schemasThatContainEachOtherAreComparedByWhatTheySay() {
    // Given
    Schema one =
        Given.schema(
            "{'$ref':'#/$defs/a','$defs':{"
                + "'a':{'properties':{'next':{'$ref':'#/$defs/a'}},'maxProperties':2}}}");
    Schema unrolled =
        Given.schema(
            "{'$ref':'#/$defs/a','$defs':{"
                + "'a':{'properties':{'next':{'$ref':'#/$defs/b'}},'maxProperties':2},"
                + "'b':{'maxProperties':2,'allOf':[{'properties':{'next':{'$ref':'#/$defs/a'}},"
                + "'maxProperties':2}]}}}");

    // When
    Inclusion there = inclusions.check(one, Reading.LITERAL, unrolled, Direction.NONE);
    Inclusion back = inclusions.check(unrolled, Reading.LITERAL, one, Direction.NONE);

    // Then
    assertThat(there).isEqualTo(back).isEqualTo(new Inclusion.Proved());
  }
}
