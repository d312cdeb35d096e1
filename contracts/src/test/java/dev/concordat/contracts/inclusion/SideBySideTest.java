package dev.concordat.contracts.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Direction;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What is proved by going through two schemas side by side, what is left to the case analysis, and how long that may take.
class SideBySideTest {
  private static final String PET =
      "{'type':'object','required':['name'],'properties':{'name':{'type':'string','maxLength':5},"
          + "'size':{'enum':['small','big']}}}";

  private static final String WIDER_PET =
      "{'type':'object','required':['name'],'properties':{'name':{'type':'string','maxLength':9},"
          + "'size':{'enum':['small','big','huge']},'tag':{'type':'string'}}}";

  private static boolean isPlain(String sender, Reading reading, String receiver) {
    return new Inclusions(Effort.defaults())
        .isPlain(Given.schema(sender), reading, Given.schema(receiver), Direction.NONE);
  }

  @Test
  void widerValuesAndNewOptionalMembersOfTheReceiver() {
    // When
    boolean isPlain = isPlain(PET, Reading.CLOSED, WIDER_PET);

    // Then
    assertThat(isPlain).isTrue();
  }

  @Test
  void insideItemsReferencesAndWhatIsJoined() {
    // Given
    String sender =
        "{'type':'array','items':{'allOf':[{'$ref':'#/$defs/pet'}]},'$defs':{'pet':" + PET + "}}";
    String receiver = "{'type':'array','items':{'anyOf':[{'type':'null'}," + WIDER_PET + "]}}";

    // When
    boolean isPlain = isPlain(sender, Reading.CLOSED, receiver);

    // Then
    assertThat(isPlain).isTrue();
  }

  @Test
  void schemasThatContainThemselves() {
    // Given
    String tree =
        "{'type':'object','properties':{'value':{'maximum':%d},'sub':{'type':'array','items':{'$ref':'#'}}}}";

    // When
    boolean isPlain = isPlain(tree.formatted(5), Reading.CLOSED, tree.formatted(6));

    // Then
    assertThat(isPlain).isTrue();
  }

  @Test
  void alternativesThatAreToldApartByAMember() {
    // Given
    String either =
        "{'oneOf':[{'type':'object','required':['k'],'properties':{'k':{'const':'a'},'x':{'maximum':%d}}},"
            + "{'type':'object','required':['k'],'properties':{'k':{'const':'b'},'y':{'maximum':%d}}}]}";

    // When
    boolean isPlain = isPlain(either.formatted(1, 1), Reading.CLOSED, either.formatted(2, 3));

    // Then
    assertThat(isPlain).isTrue();
  }

  @Nested
  class NotPlain {
    @Test
    void aMemberThatOnlyTheReceiverKnowsWhereTheSenderIsReadByTheLetter() {
      // When
      boolean isPlain = isPlain(PET, Reading.LITERAL, WIDER_PET);

      // Then
      assertThat(isPlain).isFalse();
    }

    @Test
    void aMemberThatAnotherAlternativeOfTheSenderDeclares() {
      // Given
      String sender =
          "{'anyOf':[{'type':'object','properties':{'a':{}}},{'type':'object','properties':{'b':{'type':'string'}}}]}";
      String receiver =
          "{'anyOf':[{'type':'object','properties':{'a':{},'b':{'type':'integer'}}},{'type':'array'}]}";

      // When
      boolean isPlain = isPlain(sender, Reading.CLOSED, receiver);

      // Then
      assertThat(isPlain).isFalse();
    }

    @Test
    void alternativesOfWhichTwoMayHold() {
      // Given
      String sender = "{'oneOf':[{'type':'integer','maximum':5},{'type':'integer','minimum':7}]}";
      String receiver = "{'oneOf':[{'type':'integer','maximum':8},{'type':'integer','minimum':7}]}";

      // When
      boolean isPlain = isPlain(sender, Reading.CLOSED, receiver);

      // Then
      assertThat(isPlain).isFalse();
    }

    @Test
    void anObjectThatMayBeEmptyBecauseWhatItNeedsDoesNotTravel() {
      // Given
      String pet = "{'type':'object','required':['id'],'properties':{'id':{'readOnly':true}}}";
      String receiver = "{'type':'object','required':['id']}";

      // When
      boolean isPlain =
          new Inclusions(Effort.defaults())
              .isPlain(
                  Given.schema(pet), Reading.CLOSED, Given.schema(receiver), Direction.REQUEST);

      // Then
      assertThat(isPlain).isFalse();
    }
  }

  @Test
  void aQuestionEndsWhenItsTimeIsOver() {
    // Given
    var now = new AtomicLong();
    var inclusions = new Inclusions(Effort.defaults(), () -> now.addAndGet(1_500_000_000));

    // When
    Inclusion answer =
        inclusions.check(
            Given.schema(tenValuesInNinePlaces()),
            Reading.LITERAL,
            Given.schema("{'type':'string'}"),
            Direction.NONE);

    // Then
    assertThat(Given.answer(answer)).isEqualTo("unknown: more than 2000 ms of processor time");
  }

  /// Each place takes each of the values, so that all ways to put them are tried.
  private static String tenValuesInNinePlaces() {
    String places =
        IntStream.range(0, 9)
            .mapToObj("{'type':'integer','maximum':10%d}"::formatted)
            .collect(Collectors.joining(","));
    String values =
        IntStream.range(0, 10)
            .mapToObj("{'contains':{'const':%d}}"::formatted)
            .collect(Collectors.joining(","));
    return "{'type':'array','maxItems':9,'prefixItems':[%s],'allOf':[%s]}"
        .formatted(places, values);
  }
}
