package dev.concordat.contracts.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final String OPEN_A = "{'properties':{'a':{'type':'string'}}}";
  private static final String CLOSED_A =
      "{'properties':{'a':{'type':'string'}},'additionalProperties':false}";

  @Nested
  class Closed {
    @Test
    void aSenderEmitsOnlyWhatItDeclares() {
      assertThat(closed(OPEN_A, CLOSED_A)).isEqualTo("proved");
    }

    @Test
    void anOptionalMemberMayBeAddedToAReceiver() {
      assertThat(closed(OPEN_A, "{'properties':{'a':{'type':'string'},'b':{'type':'integer'}}}"))
          .isEqualTo("proved");
    }

    @Test
    void aMemberThatTheReceiverRefusesIsABreak() {
      assertThat(closed("{'properties':{'a':{},'b':{'type':'null'}}}", CLOSED_A))
          .isEqualTo("{'a':null}");
    }

    @Test
    void whatTheSenderLeavesOpenItMayEmit() {
      assertThat(
              closed(
                  "{'properties':{'a':{'type':'string'}},'additionalProperties':true}", CLOSED_A))
          .isNotEqualTo("proved");
    }

    @Test
    void anObjectThatDeclaresNothingMayHoldAnything() {
      assertThat(closed("{'type':'object'}", "{'type':'object','maxProperties':0}"))
          .isNotEqualTo("proved");
    }

    @Test
    void allSchemasAroundAnObjectDeclareItsMembers() {
      assertThat(
              closed(
                  "{'allOf':[{'properties':{'a':{'type':'string'}}},{'properties':{'b':{}}}]}",
                  "{'properties':{'a':{'type':'string'},'b':{}},'additionalProperties':false}"))
          .isEqualTo("proved");
    }

    @Test
    void alternativesMayBeMixed() {
      assertThat(
              closed(
                  "{'anyOf':[{'properties':{'a':{}}},{'properties':{'b':{}}}]}",
                  "{'type':['object','null','boolean','number','string','array'],"
                      + "'properties':{'a':{},'b':{}},'additionalProperties':false}"))
          .isEqualTo("proved");
    }

    @Test
    void onlyOneOfSeveralIsEmitted() {
      assertThat(
              closed(
                  "{'type':'object','oneOf':["
                      + "{'properties':{'a':{}},'required':['a']},"
                      + "{'properties':{'b':{}},'required':['b']}]}",
                  "{'type':'object','maxProperties':1}"))
          .isEqualTo("proved");
    }

    @Test
    void membersOfMembersAreReadClosedToo() {
      assertThat(
              closed(
                  "{'$ref':'#/$defs/t','$defs':{'t':{'properties':{'next':{'$ref':'#/$defs/t'}}}}}",
                  "{'$ref':'#/$defs/t','$defs':{'t':{"
                      + "'properties':{'next':{'$ref':'#/$defs/t'}},'additionalProperties':false}}}"))
          .isEqualTo("proved");
    }

    @Test
    void whatMustBeThereIsDeclaredThereby() {
      assertThat(
              closed(
                  "{'type':'object','properties':{'a':{}},'required':['id']}",
                  "{'type':'object','required':['id','b']}"))
          .isEqualTo("{'id':null}");
    }

    @Test
    void itemsAreReadClosedToo() {
      assertThat(closed("{'items':" + OPEN_A + "}", "{'items':" + CLOSED_A + "}"))
          .isEqualTo("proved");
    }

    private static String closed(String sender, String receiver) {
      return Given.answer(Given.check(sender, Reading.CLOSED, receiver));
    }
  }

  @Test
  void readLiterallyAnOpenSenderBreaksAClosedReceiver() {
    assertThat(Given.answer(Given.check(OPEN_A, Reading.LITERAL, CLOSED_A)))
        .isEqualTo("{'b':null}");
  }

  @Nested
  class OneWay {
    private static final String WITH_ID =
        "{'type':'object','properties':{'id':{'type':'string','readOnly':true}},'required':['id']}";
    private static final String NEEDS_ID = "{'type':'object','required':['id']}";

    @Test
    void aRequestNeedNotCarryWhatIsReadOnly() {
      assertThat(Given.answer(Given.check(WITH_ID, Reading.LITERAL, NEEDS_ID, Direction.REQUEST)))
          .isEqualTo("{}");
    }

    @Test
    void aResponseCarriesIt() {
      assertThat(Given.answer(Given.check(WITH_ID, Reading.LITERAL, NEEDS_ID, Direction.RESPONSE)))
          .isEqualTo("proved");
    }

    @Test
    void whichPartOfAnAllOfSaysSoMakesNoDifference() {
      assertThat(
              Given.answer(
                  Given.check(
                      "{'type':'object','allOf':[{'properties':{'id':{'readOnly':true}}},"
                          + "{'required':['id']}]}",
                      Reading.LITERAL,
                      NEEDS_ID,
                      Direction.REQUEST)))
          .isEqualTo("{}");
    }

    @Test
    void whatIsOnlyWrittenDoesNotComeBack() {
      assertThat(
              Given.answer(
                  Given.check(
                      "{'type':'object','properties':{'secret':{'writeOnly':true}}}",
                      Reading.LITERAL,
                      "{'type':'object','properties':{'secret':false}}",
                      Direction.RESPONSE)))
          .isEqualTo("proved");
    }

    @Test
    void aClosedSenderDoesNotSendWhatIsOnlyReadWhateverIsAimedAt() {
      Schema sender =
          Given.schema(
              "{'type':'object','properties':{'id':{'type':'integer','readOnly':true,'maximum':9}}}");
      Schema receiver =
          Given.schema(
              "{'type':'object','properties':{'id':{'type':'integer','readOnly':true,'maximum':5}}}");
      var aim = new Aim.Member("id", new Aim.Breaks(Given.schema("{'maximum':5}")));

      Inclusion inclusion =
          new Inclusions(Effort.defaults())
              .check(sender, Reading.CLOSED, receiver, Direction.REQUEST, aim);

      assertThat(Given.answer(inclusion)).isEqualTo("proved");
    }

    @Test
    void aReceiverRefusesWhatIsOnlyWritten() {
      assertThat(
              Given.answer(
                  Given.check(
                      "{'type':'object','properties':{'secret':{'type':'integer'}}}",
                      Reading.LITERAL,
                      "{'type':'object','properties':{'secret':{'type':'integer','writeOnly':true}}}",
                      Direction.RESPONSE)))
          .isEqualTo("{'secret':0}");
    }
  }
}
