package dev.concordat.compare.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaComparisonTest {
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
}
