package dev.concordat.contracts.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainlyApartTest {
  private static final String NAMED =
      "{'type':'object','required':['a'],'properties':{'a':{'type':'string','format':'date'}}}";

  @Test
  void aMemberOfAnotherTypeTellsTwoSchemasApart() {
    assertThat(
            areApart(
                NAMED,
                NAMED.replace("'properties':{", "'properties':{'b':{'type':'integer'},"),
                new Aim.Member("b", new Aim.Breaks(Given.schema("{'type':'integer'}")))))
        .isTrue();
  }

  @Test
  void aValueThatOneListsAndTheOtherDoesNot() {
    assertThat(
            areApart(
                "{'type':'array','minItems':2,'items':{'enum':['a','b']}}",
                "{'type':'array','minItems':2,'items':{'enum':['a']}}",
                new Aim.Item(0, new Aim.Keeps(Given.schema("{'enum':['b']}")))))
        .isTrue();
  }

  @Test
  void aMemberThatIsNotRequiredAnyMore() {
    assertThat(
            areApart(
                NAMED.replace("'a'],", "'b'],").replace("{'a':{", "{'b':{},'a':{"),
                NAMED,
                new Aim.Lacks("a")))
        .isTrue();
  }

  @Test
  void aTextThatIsTooLongForTheOther() {
    assertThat(
            areApart(
                "{'type':'string'}",
                "{'type':'string','maxLength':3}",
                new Aim.Breaks(Given.schema("{'maxLength':3}"))))
        .isTrue();
  }

  @Test
  void aMemberOfTheAlternativeThatIsAimedAt() {
    Schema sender =
        Given.schema(
            "{'oneOf':[{'type':'string'},{'type':'object','properties':{'a':{'enum':[1,2]}}}]}");
    Schema receiver =
        Given.schema(
            "{'oneOf':[{'type':'string'},{'type':'object','properties':{'a':{'enum':[1]}}}]}");
    Aim aim =
        new Aim.All(
            List.of(
                new Aim.Keeps(sender.view().oneOf().getLast()),
                new Aim.Member("a", new Aim.Keeps(Given.schema("{'enum':[2]}")))));

    assertThat(
            new Inclusions(Effort.defaults())
                .arePlainlyApart(sender, receiver, Direction.NONE, aim))
        .isTrue();
  }

  @Test
  void whatOneAlternativeTakesAndTheOpenOnesBesideItDoNot() {
    String open = "{'type':'object','required':['a'],'properties':{'a':{},'b':{'type':'object'}}}";
    String other = open.replace("'b'", "'c'");
    Schema sender =
        Given.schema("{'anyOf':[" + open + "," + other + ",{'type':'object','required':['a']}]}");
    Schema receiver = Given.schema("{'anyOf':[" + open + "," + other + "]}");
    Aim wrongEverywhere =
        new Aim.All(
            List.of(
                new Aim.Keeps(sender.view().anyOf().getLast()),
                new Aim.Member("b", new Aim.Breaks(Given.schema("{'type':'object'}"))),
                new Aim.Member("c", new Aim.Breaks(Given.schema("{'type':'object'}")))));

    assertThat(
            new Inclusions(Effort.defaults())
                .arePlainlyApart(sender, receiver, Direction.NONE, wrongEverywhere))
        .isTrue();
  }

  @Test
  void whatSaysTheSameInOtherWordsIsNeverToldApart() {
    assertThat(
            areApart(
                "{'type':'integer','minimum':1}",
                "{'type':'integer','exclusiveMinimum':0}",
                new Aim.Any(
                    List.of(
                        new Aim.Breaks(Given.schema("{'exclusiveMinimum':0}")),
                        new Aim.All(List.of())))))
        .isFalse();
  }

  @Test
  void aSchemaThatIsInsideItselfEndsSomewhere() {
    String inside =
        "{'type':'object','required':['a','b'],'properties':{'a':{'$ref':'#'},'b':{'$ref':'#'}}}";

    assertThat(areApart(inside, "{'type':'object'}", new Aim.Lacks("a"))).isFalse();
  }

  @Test
  void whatIsNotDrawnTellsNothingApart() {
    assertThat(
            areApart(
                "{'type':'object','patternProperties':{'^a':{'type':'string'}}}",
                "{'type':'object','patternProperties':{'^a':{'type':'integer'}}}",
                new Aim.Another(Set.of(), List.of(), new Aim.All(List.of()))))
        .isFalse();
  }

  private static boolean areApart(String first, String second, Aim aim) {
    return new Inclusions(Effort.defaults())
        .arePlainlyApart(Given.schema(first), Given.schema(second), Direction.NONE, aim);
  }
}
