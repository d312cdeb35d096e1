package dev.concordat.contracts.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.OpenApiContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlBodiesTest {
  private static final String TYPE = "application/xml";

  private static OpenApiContract contract(String schema) {
    return Bodies.contract(TYPE, "{schema: " + schema + "}");
  }

  private static String read(String schema, String xml) {
    return Bodies.read(contract(schema), TYPE, xml);
  }

  @Test
  void textBecomesWhatTheSchemaAsksFor() {
    String schema =
        "{type: object, properties: {n: {type: number}, b: {type: boolean}, s: {type: string},"
            + " z: {type: [integer, 'null']}}}";

    assertThat(read(schema, "<a><n> 10.10 </n><b>true</b><s> 7 </s><z/></a>"))
        .isEqualTo("{\"n\":10.10,\"b\":true,\"s\":\" 7 \",\"z\":null}");
  }

  /// The examples of OpenAPI 3.0 and 3.2 for lists.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                   | {}             | <d><animals>dog</animals><animals>cat</animals></d>",
        "{}                                   | {name: animal} | <d><animal>dog</animal><animal>cat</animal></d>",
        "{name: aliens}                       | {name: animal} | <d><animal>dog</animal><animal>cat</animal></d>",
        "{wrapped: true}                      | {}             | <d><animals><animals>dog</animals><animals>cat</animals></animals></d>",
        "{nodeType: element}                  | {name: animal} | <d><animals><animal>dog</animal><animal>cat</animal></animals></d>",
        "{name: aliens, wrapped: true}        | {name: animal} | <d><aliens><animal>dog</animal><animal>cat</animal></aliens></d>",
        "{name: aliens, nodeType: element}    | {}             | <d><aliens><aliens>dog</aliens><aliens>cat</aliens></aliens></d>",
      })
  void listsStandWrappedAndUnwrapped(String array, String item, String xml) {
    String schema =
        "{type: object, properties: {animals: {type: array, xml: %s, items: {type: string, xml: %s}}}}"
            .formatted(array, item);

    assertThat(read(schema, xml)).isEqualTo("{\"animals\":[\"dog\",\"cat\"]}");
  }

  @Test
  void aListWithoutItemsLeavesNothingBehindAndIsThereWhereItMustBe() {
    String own =
        "{type: object, required: [animals], properties: {animals: {type: array, items: {type: string}}}}";
    String inParts = "{allOf: [%s, {description: of the zoo}]}".formatted(own);

    assertThat(read(own, "<d/>")).isEqualTo("{\"animals\":[]}");
    assertThat(read(inParts, "<d/>")).isEqualTo("{\"animals\":[]}");
  }

  @Test
  void attributesAndTextAreMembers() {
    String schema =
        "{type: array, xml: {nodeType: element, name: animals}, items: {type: object, xml: {name: animal},"
            + " properties: {kind: {type: string, xml: {attribute: true}}, name: {type: string, xml: {nodeType: text}}}}}";

    assertThat(
            read(
                schema,
                "<animals> <animal kind='Cat'>Fluffy</animal> <animal kind='Dog'>Fido</animal> </animals>"))
        .isEqualTo("[{\"kind\":\"Cat\",\"name\":\"Fluffy\"},{\"kind\":\"Dog\",\"name\":\"Fido\"}]");
  }

  @Test
  void positionsTellElementsAndTextApart() {
    String schema =
        "{type: array, xml: {nodeType: element, name: Report}, prefixItems: [{type: string, xml: {nodeType: text}},"
            + " {type: number, xml: {name: data}}, {type: string, xml: {nodeType: text}}]}";

    assertThat(read(schema, "<Report>Before.<data>42</data>After.</Report>"))
        .isEqualTo("[\"Before.\",42,\"After.\"]");
  }

  @Test
  void namespacesAreHeldApart() {
    String schema =
        "{type: object, xml: {name: p, namespace: 'urn:a'}, required: [name], properties: {name: {type: string, xml: {namespace: 'urn:b', prefix: b}}}}";

    assertThat(read(schema, "<p xmlns='urn:a' xmlns:x='urn:b'><x:name>n</x:name></p>"))
        .isEqualTo("{\"name\":\"n\"}");
    assertThat(Bodies.judged(contract(schema), TYPE, "<p xmlns='urn:a'><name>n</name></p>"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/name ");
    assertThat(Bodies.judged(contract(schema), TYPE, "<p><name>n</name></p>"))
        .containsExactly(" the root element is <p>, the contract wants <{urn:a}p>");
  }

  @Test
  void nullIsNilOrAnAbsentAttribute() {
    String schema =
        "{type: object, required: [count], properties: {count: {type: [number, 'null'], xml: {nodeType: attribute}},"
            + " related: {type: [object, 'null']}}}";

    assertThat(
            read(
                schema,
                "<p><related xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/></p>"))
        .isEqualTo("{\"count\":null,\"related\":null}");
    assertThat(read(schema, "<p count='42'><related></related></p>"))
        .isEqualTo("{\"count\":42,\"related\":{}}");
  }

  @Test
  void elementsThatNobodyDocumentsAreSeen() {
    OpenApiContract strict =
        contract("{type: object, additionalProperties: false, properties: {a: {type: integer}}}");

    assertThat(Bodies.judged(strict, TYPE, "<p><a>1</a><other/></p>"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/other ");
  }

  @Test
  void breachesPointToTheirSentences() {
    OpenApiContract pets =
        Bodies.contract(
            TYPE,
            "{schema: {$ref: '#/components/schemas/Pet'}}",
            """

            Pet:
              type: object
              xml: {name: pet}
              required: [id]
              properties:
                id: {type: integer}
                tags:
                  type: array
                  xml: {wrapped: true}
                  items: {type: integer, xml: {name: tag}}""");

    assertThat(
            Bodies.judged(
                pets, TYPE, "<pet><tags><tag>1</tag><tag>x</tag><tag>y</tag></tags></pet>"))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("/id "))
        .anyMatch(line -> line.startsWith("/tags/* "));
    assertThat(Bodies.judged(pets, TYPE, "<dog><id>1</id></dog>"))
        .containsExactly(" the root element is <dog>, the contract wants <pet>");
  }

  @Test
  void theCharsetOfTheHeaderCounts() {
    byte[] latin = "<a>é</a>".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(
            Bodies.read(contract("{type: string}"), "application/xml; charset=iso-8859-1", latin))
        .isEqualTo("\"<a>é</a>\"");
    assertThat(
            Bodies.read(
                contract("{type: object}"),
                "application/xml; charset=iso-8859-1",
                "<a><b>é</b></a>".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("{\"b\":\"é\"}");
  }

  @Nested
  class Failures {
    private String object(String xml) {
      return read("{type: object}", xml);
    }

    @Test
    void documentTypesAreRefused() {
      assertThat(object("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a><b>&x;</b></a>"))
          .startsWith("malformed: not XML: ");
      assertThat(object("<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;'>]><a><b>&z;</b></a>"))
          .startsWith("malformed: not XML: ");
      assertThat(object("<a><b>&undefined;</b></a>")).startsWith("malformed: not XML: ");
    }

    @Test
    void depthHasALimit() {
      assertThat(object("<a>".repeat(300) + "</a>".repeat(300)))
          .startsWith("malformed: not XML: more than 256 elements inside one another");
    }

    @Test
    void brokenXmlIsToldOnOneLine() {
      assertThat(object("<a><b></a>"))
          .startsWith("malformed: not XML: line 1: ")
          .doesNotContain("\n");
      assertThat(object("{}")).startsWith("malformed: not XML: line 1: ");
    }
  }
}
