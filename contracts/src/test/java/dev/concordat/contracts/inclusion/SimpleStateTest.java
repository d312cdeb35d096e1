package dev.concordat.contracts.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.model.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleStateTest {
  /// `minProperties: 0` and the like say nothing, but are more than what is simple.
  private static final String SAYS_NOTHING =
      "'minProperties':0,'minItems':0,'minLength':0,'not':false,";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'integer'}",
        "{'type':'number','format':'int32'}",
        "{'type':'string'}",
        "{'type':'string','format':'date-time'}",
        "{'type':'string','format':'unheard-of'}",
        "{'type':'array','items':{'type':'string'}}",
        "{'type':['array','null'],'items':{'type':'string'}}",
        "{'type':'object'}",
        "{'type':'object','required':['b','a'],'properties':{'a':{'type':'boolean'},'b':{'type':'string'}}}",
        "{'type':'object','required':['a'],'properties':{'b':{'type':'string'}}}",
        "{'type':'object','required':['a'],'properties':{'a':{'enum':['long','x']}}}",
        "{'type':'object','required':['a'],'properties':{'a':{'$ref':'#'}}}",
        "{'type':'object','required':['a'],'properties':{'a':{'type':'string','writeOnly':true}}}",
        "{'type':'object','required':['a'],'properties':{'a':{'type':'string','readOnly':true}}}"
      })
  void theValueIsTheOneThatACaseAnalysisFinds(String simple) {
    String longWay = simple.replaceFirst("\\{", "{" + SAYS_NOTHING);

    for (Direction direction : Direction.values()) {
      for (Reading reading : Reading.values()) {
        assertThat(value(simple, reading, direction)).isEqualTo(value(longWay, reading, direction));
      }
    }
  }

  @Test
  void membersStandInTheOrderInWhichTheyAreRequired() {
    assertThat(
            value(
                "{'type':'object','required':['b','a'],"
                    + "'properties':{'a':{'type':'integer'},'b':{'type':'string'}}}",
                Reading.CLOSED,
                Direction.NONE))
        .isEqualTo("{\"b\":\"\",\"a\":0}");
  }

  @Test
  void anObjectIsFoundBesideNullAsWell() {
    String simple =
        "{'type':['object','null'],'required':['b'],"
            + "'properties':{'a':{'type':'string'},'b':{'type':'string'}}}";

    assertThat(withoutMember(simple))
        .isEqualTo("{'b':''}")
        .isEqualTo(withoutMember(simple.replaceFirst("\\{", "{" + SAYS_NOTHING)));
  }

  private static String withoutMember(String sender) {
    return Given.answer(
        new Inclusions(Effort.defaults())
            .check(
                Given.schema(sender),
                Reading.CLOSED,
                Given.schema("{'required':['a']}"),
                Direction.NONE,
                new Aim.Lacks("a")));
  }

  private static String value(String schema, Reading reading, Direction direction) {
    return new Inclusions(Effort.defaults())
        .witnessOf(Given.schema(schema), reading, direction)
        .map(JsonValue::toString)
        .orElse("none");
  }
}
