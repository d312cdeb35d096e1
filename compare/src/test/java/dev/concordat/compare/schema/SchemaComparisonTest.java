package dev.concordat.compare.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Dialect;
import org.junit.jupiter.api.Test;

class SchemaComparisonTest {
  private static final int LEVELS = 2_000;

  @Test
  void independentBreaksAreToldOneByOneEachWithItsOwnMessage() {
    assertThat(
            Given.differences(
                Way.REQUEST,
                "{'type':'object','properties':{'a':{'type':'string'},"
                    + "'b':{'type':'integer','minimum':1},'c':{'enum':['x','y']}},'required':['a']}",
                "{'type':'object','properties':{'a':{'type':'string','maxLength':5},"
                    + "'b':{'type':'integer','minimum':3},'c':{'enum':['x']},'d':{}},'required':['a','b']}"))
        .containsExactly(
            "maxLength set @/a: breaks {'a':'aaaaaa'}",
            "required b added @/b: breaks {'a':''}",
            "minimum increased @/b: breaks {'a':'','b':1}",
            "enum removed @/c: breaks {'a':'','c':'y'}",
            "properties d added @/d: safe");
  }

  @Test
  void whatIsRefusedInARequestIsSafeInAResponse() {
    assertThat(
            Given.differences(Way.RESPONSE, "{'type':'string'}", "{'type':'string','maxLength':5}"))
        .containsExactly("maxLength set @: safe");
  }

  @Test
  void aSchemaThatIsSpreadOverAllOfIsTheSame() {
    assertThat(
            Given.differences(
                Way.REQUEST,
                "{'type':'object','properties':{'a':{'type':'string'}}}",
                "{'allOf':[{'type':'object'},{'properties':{'a':{'type':'string'}}}]}"))
        .isEmpty();
  }

  @Test
  void nullableOfOpenApi30IsATypeMoreInOpenApi31() {
    assertThat(
            Given.differences(
                Way.RESPONSE,
                Dialect.OPENAPI_3_0,
                "{'type':'object','properties':{'a':{'type':'string','nullable':true}}}",
                Dialect.OPENAPI_3_1,
                "{'type':'object','properties':{'a':{'type':['string','null']}}}"))
        .isEmpty();
  }

  @Test
  void aMemberInsideItemsIsToldByItsPointer() {
    assertThat(
            Given.differences(
                Way.REQUEST,
                "{'type':'array','items':{'type':'object','properties':{'sku':{'type':'string'}}}}",
                "{'type':'array','items':{'type':'object',"
                    + "'properties':{'sku':{'type':'string','pattern':'^[a-z]+$'}}}}"))
        .containsExactly("pattern set @/*/sku: breaks [{'sku':''}]");
  }

  @Test
  void aPatternOfHugeCountsIsNotWrittenOut() {
    // Given
    String few = "{'type':'string','pattern':'^((a{1,300}){1,300}){1,300}$'}";

    // When
    var differences = Given.differences(Way.REQUEST, few, few.replace("a{", "b{"));

    // Then
    assertThat(differences).containsExactly("pattern changed @: breaks 'a'");
  }

  @Test
  void aSchemaThatContainsItselfIsGoneIntoOnce() {
    // Given
    String tree =
        "{'$ref':'#/$defs/n','$defs':{'n':{'type':'object','properties':{"
            + "'v':{'type':'integer'},'kids':{'type':'array','items':{'$ref':'#/$defs/n'}}}}}}";

    // When
    var differences =
        Given.differences(
            Way.REQUEST, tree, tree.replace("'type':'integer'", "'type':'integer','maximum':5"));

    // Then
    assertThat(differences).containsExactly("maximum set @/v: breaks {'v':6}");
  }

  @Test
  void defaultsAndUnitsChangeTheMeaningAndBreakNothing() {
    assertThat(
            Given.differences(
                Way.REQUEST,
                "{'type':'object','properties':{'a':{'type':'integer','default':1}}}",
                "{'type':'object','properties':{'a':{'type':'integer','default':2,'x-unit':'ms'}}}"))
        .containsExactly("default changed @/a: safe", "x-unit set @/a: safe");
  }

  @Test
  void anAlternativeThatIsGoneIsShown() {
    assertThat(
            Given.differences(
                Way.REQUEST,
                "{'anyOf':[{'type':'string'},{'type':'integer'},{'type':'boolean'}]}",
                "{'anyOf':[{'type':'string'},{'type':'boolean'}]}"))
        .containsExactly("anyOf removed @: breaks 0");
  }

  @Test
  void anAlternativeThatIsTakenIsNotBlamedForTheItemBesideIt() {
    assertThat(
            Given.differences(
                Way.RESPONSE,
                "{'type':'array','items':{'anyOf':[{'title':'A','type':'object',"
                    + "'properties':{'id':{'type':'integer'}},'required':['id']},"
                    + "{'title':'B','type':'object','properties':{'x':{'type':'string'}},'required':['x']}]}}",
                "{'type':'array','items':{'anyOf':[{'title':'A','type':'object',"
                    + "'properties':{'id':{'type':'integer'}},'required':['id']},"
                    + "{'title':'B','type':'object','properties':{'x':{'type':['string','null']}},'required':['x']},"
                    + "{'title':'C','type':'object','properties':{'id':{'type':'integer'},'k':{'type':'integer'}},"
                    + "'required':['id','k']}]}}"))
        .containsExactly("anyOf C added @/*: safe", "nullable set @/*/x: breaks [{'x':null}]");
  }

  @Test
  void anAlternativeThatIsTakenIsNotBlamedForTheMemberBesideIt() {
    assertThat(
            Given.differences(
                Way.RESPONSE,
                "{'type':'object','properties':{'a':{'anyOf':[{'type':'integer'},{'type':'boolean'}]},"
                    + "'b':{'type':'string'}},'required':['a']}",
                "{'type':'object','properties':{'a':{'anyOf':[{'type':'integer'},{'type':'boolean'},"
                    + "{'type':'integer','minimum':5}]},'b':{'type':['string','null']}},'required':['a']}"))
        .containsExactly("anyOf added @/a: safe", "nullable set @/b: breaks {'a':true,'b':null}");
  }

  @Test
  void anAlternativeThatIsRefusedIsShownWhereverItStands() {
    assertThat(
            Given.differences(
                Way.RESPONSE,
                "{'type':'array','items':{'anyOf':[{'type':'integer'},{'type':'boolean'}]}}",
                "{'type':'array','items':{'anyOf':[{'type':'integer'},{'type':'boolean'},{'type':'string'}]}}"))
        .containsExactly("anyOf added @/*: breaks ['']");
  }

  @Test
  void thatAReadOnlyMemberIsRequiredMeansNothingInARequest() {
    assertThat(
            Given.differences(
                Way.REQUEST,
                "{'type':'object','properties':{'id':{'type':'string','readOnly':true}}}",
                "{'type':'object','properties':{'id':{'type':'string','readOnly':true}},"
                    + "'required':['id']}"))
        .isEmpty();
  }

  @Test
  void aWriteOnlyMemberThatComesBackBreaks() {
    assertThat(
            Given.differences(
                Way.RESPONSE,
                "{'type':'object','properties':{'key':{'type':'integer','writeOnly':true}}}",
                "{'type':'object','properties':{'key':{'type':'integer'}}}"))
        .containsExactly("writeOnly unset @/key: breaks {'key':0}");
  }

  @Test
  void aDifferenceDeeperThanIsLookedIsLeftOpen() {
    assertThat(Given.differences(Way.REQUEST, chain("string"), chain("integer")))
        .singleElement()
        .asString()
        .startsWith("? @: unknown");
  }

  /// Arrays in arrays, each level a schema of its own.
  private static String chain(String type) {
    var text = new StringBuilder("{'$ref':'#/$defs/s0','$defs':{");
    for (int i = 0; i < LEVELS; i++) {
      text.append("'s%d':{'type':'array','minItems':1,".formatted(i))
          .append("'items':{'$ref':'#/$defs/s%d'}},".formatted(i + 1));
    }
    return text.append("'s%d':{'type':'%s'}}}".formatted(LEVELS, type)).toString();
  }
}
