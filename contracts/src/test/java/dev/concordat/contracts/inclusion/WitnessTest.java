package dev.concordat.contracts.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a break is shown with: the smallest thing that tells it.
class WitnessTest {
  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'type':'integer','maximum':10}          | {'type':'integer','maximum':5}           | 6
          {'type':'integer','minimum':0,'maximum':10} | {'type':'integer','maximum':5}        | 6
          {'type':'integer'}                       | {'type':'integer','minimum':5}           | 4
          {'type':'number','minimum':1}            | {'type':'number','exclusiveMinimum':1}   | 1
          {'type':'number'}                        | {'type':'integer'}                       | 0.5
          {'type':'integer','format':'int64'}      | {'type':'integer','format':'int32'}      | -2147483649
          {'type':['string','null']}               | {'type':'string'}                        | null
          {'type':'string'}                        | {'type':'string','minLength':1}          | ''
          {'type':'string','maxLength':10}         | {'type':'string','maxLength':5}          | 'aaaaaa'
          {'type':'string'}                        | {'enum':['a','b']}                       | ''
          {'enum':['red','green','blue']}          | {'enum':['red','green']}                 | 'blue'
          {'type':'string'}                        | {'type':'string','format':'date'}        | ''
          {'type':'string','format':'date'}        | {'type':'string','format':'date-time'}   | '2026-01-06'
          {'type':'string','pattern':'^[a-z]+$'}   | {'type':'string','pattern':'^[a-y]+$'}   | 'z'
          {'type':'array'}                         | {'type':'array','maxItems':1}            | [null,null]
          {'type':'array','items':{'type':'integer'}} | {'type':'array','uniqueItems':true}   | [0,0]
          {'type':'object'}                        | {'type':'object','required':['id']}      | {}
          {'type':'object','properties':{'n':{'type':'integer'}}} | {'type':'object','properties':{'n':{'type':'integer','maximum':9}}} | {'n':10}
          """)
  void showsTheSmallestThingThatTells(String sender, String receiver, String witness) {
    assertThat(Given.answer(Given.check(sender, Reading.LITERAL, receiver))).isEqualTo(witness);
  }

  @Test
  void takesAnExampleWhereNothingCanBeMade() {
    // Given a pattern that no automaton knows
    String sender = "{'type':'string','pattern':'^(a+)-\\\\1$','examples':['aa-aa']}";

    // When
    Inclusion answer = Given.check(sender, Reading.LITERAL, "{'type':'string','maxLength':3}");

    // Then
    assertThat(Given.answer(answer)).isEqualTo("'aa-aa'");
  }

  @Test
  void membersThatDoNotMatterAreLeftOut() {
    // Given
    String sender =
        "{'type':'object','required':['id'],'properties':{'id':{'type':'integer'},"
            + "'name':{'type':'string'},'tags':{'type':'array','items':{'type':'string'}}}}";
    String receiver =
        "{'type':'object','properties':{'tags':{'items':{'type':'string','maxLength':2}}}}";

    // When
    Inclusion answer = Given.check(sender, Reading.LITERAL, receiver);

    // Then
    assertThat(Given.answer(answer)).isEqualTo("{'id':0,'tags':['aaa']}");
  }

  @Test
  void twoSchemasMeetInASmallValue() {
    // Given
    var inclusions = new Inclusions(Effort.defaults());

    // When
    Meeting meeting =
        inclusions.meet(
            Given.schema("{'type':'integer','minimum':3}"),
            Given.schema("{'type':'integer','multipleOf':2}"),
            Direction.NONE);

    // Then
    assertThat(meeting).isInstanceOf(Meeting.Value.class).asString().contains("4");
  }

  @Test
  void twoSchemasThatExcludeEachOtherDoNotMeet() {
    // Given
    var inclusions = new Inclusions(Effort.defaults());

    // When
    Meeting meeting =
        inclusions.meet(
            Given.schema("{'type':'object','required':['a']}"),
            Given.schema("{'type':'object','properties':{'a':false}}"),
            Direction.NONE);

    // Then
    assertThat(meeting).isEqualTo(new Meeting.Empty());
  }

  @Test
  void theMemberThatDiscriminatesMustNameAnAlternative() {
    // Given
    String pets =
        """
        {"oneOf":[{"$ref":"#/$defs/Cat"},{"$ref":"#/$defs/Dog"}],
         "discriminator":{"propertyName":"kind"},
         "$defs":{"Cat":{"type":"object","required":["kind"],"properties":{"kind":{"type":"string"},"meows":{"type":"boolean"}}},
                  "Dog":{"type":"object","required":["kind","barks"],"properties":{"kind":{"type":"string"}}}}}
        """;

    // When
    Inclusion answer =
        new Inclusions(Effort.defaults())
            .check(
                Given.schema(
                    "{'type':'object','required':['kind'],'properties':{'kind':{'const':'Bird'}}}"),
                Reading.CLOSED,
                Given.schema(Dialect.OPENAPI_3_1, pets),
                Direction.NONE);

    // Then
    assertThat(Given.answer(answer)).isEqualTo("{'kind':'Bird'}");
  }
}
