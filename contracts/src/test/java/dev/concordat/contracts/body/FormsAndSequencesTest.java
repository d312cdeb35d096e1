package dev.concordat.contracts.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsAndSequencesTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final OpenApiContract form =
      Bodies.contract(
          FORM,
          """

                    schema:
                      type: object
                      properties:
                        n: {type: integer}
                        list: {type: array, items: {type: integer}}
                        deep: {type: object, properties: {a: {type: integer}, b: {type: string}}}
                        pipe: {type: array, items: {type: string}}
                        space: {type: array, items: {type: string}}
                        plain: {type: object, properties: {x: {type: integer}}}
                        note: {type: string}
                        xml: {type: object, properties: {i: {type: integer}}}
                    encoding:
                      deep: {style: deepObject, explode: true}
                      pipe: {style: pipeDelimited, explode: false}
                      space: {style: spaceDelimited, explode: false}
                      note: {contentType: application/json}
                      xml: {contentType: application/xml}""");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "n=7;                             {'n':7}",
        "list=1&list=2;                   {'list':[1,2]}",
        "deep%5Ba%5D=1&deep[b]=x%20y;     {'deep':{'a':1,'b':'x y'}}",
        "pipe=a%7Cb;                      {'pipe':['a','b']}",
        "space=a%20b;                     {'space':['a','b']}",
        "plain=%7B%22x%22%3A1%7D;         {'plain':{'x':1}}",
        "note=%22json%22;                 {'note':'json'}",
        "xml=%3Cxml%3E%3Ci%3E3%3C/i%3E%3C/xml%3E; {'xml':{'i':3}}",
      })
  void membersAreReadByTheirEncoding(String body, String json) {
    assertThat(Bodies.read(form, FORM, body)).isEqualTo(json.replace('\'', '"'));
  }

  @Test
  void reportsAMemberThatIsNotWhatItsEncodingSays() {
    assertThat(Bodies.judged(form, FORM, "note=json&n=x"))
        .hasSize(2)
        .contains("/note the field 'note' is not JSON: 'json'")
        .anyMatch(line -> line.startsWith("/n "));
  }

  @ParameterizedTest
  @CsvSource({
    "application/jsonl, '{\"i\":1}\n\n{\"i\":2}\n'",
    "application/x-ndjson, '{\"i\":1}\r\n{\"i\":2}'",
    "application/json-seq, '\u001e{\"i\":1}\n\u001e\u001e{\"i\":2}\n'",
    "application/geo+json-seq, '\u001e{\"i\":1}\n\u001e{\"i\":2}\n'",
  })
  void sequencesAreReadItemByItem(String type, String body) {
    OpenApiContract contract =
        Bodies.contract(
            type,
            "{itemSchema: {type: object, properties: {i: {type: integer, maximum: 1}}}, schema: {maxItems: 1}}");

    assertThat(Bodies.read(contract, type, body)).isEqualTo("[{\"i\":1},{\"i\":2}]");
    assertThat(Bodies.judged(contract, type, body))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("/*/i "))
        .anyMatch(line -> line.startsWith(" "));
  }

  @Test
  void brokenItemsAreNumbered() {
    OpenApiContract lines = Bodies.contract("application/jsonl", "{itemSchema: {}}");
    OpenApiContract records = Bodies.contract("application/json-seq", "{itemSchema: {}}");

    assertThat(Bodies.read(lines, "application/jsonl", "1\n{\n"))
        .startsWith("malformed: not JSON in line 2: ");
    assertThat(Bodies.read(records, "application/json-seq", "1"))
        .isEqualTo(
            "malformed: not a JSON text sequence: it does not begin with a record separator");
  }

  @Test
  void eventsAreObjects() {
    OpenApiContract events =
        Bodies.contract(
            "text/event-stream",
            "{itemSchema: {type: object, required: [data], properties: {event: {enum: [add]}, retry: {type: integer}}}}");
    String body =
        ": a comment\nevent: add\ndata: one\ndata: two\nretry: 5\n\nid: 3\n\r\ndata:x\n\ndata: cut";

    assertThat(Bodies.read(events, "text/event-stream", body))
        .isEqualTo("[{\"event\":\"add\",\"retry\":5,\"data\":\"one\\ntwo\"},{\"data\":\"x\"}]");
    assertThat(Bodies.judged(events, "text/event-stream", "event: drop\ndata: x\n\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/*/event ");
  }

  @Test
  void jsonIsReadInTheCharsetItIsIn() {
    OpenApiContract json = Bodies.contract("application/json", "{schema: {}}");
    String text = "{\"a\":\"Zoë\"}";

    assertThat(
            Bodies.read(
                json, "application/json", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(text);
    assertThat(
            Bodies.read(
                json, "application/json", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(text);
    assertThat(
            Bodies.read(
                json,
                "application/json; charset=iso-8859-1",
                text.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(text);
    assertThat(Bodies.read(json, "application/json; charset=klingon", text))
        .isEqualTo("unjudged: the charset 'klingon' is not known here");
  }

  @Test
  void textIsReadInItsCharset() {
    OpenApiContract text = Bodies.contract("text/plain", "{schema: {type: string, maxLength: 3}}");

    assertThat(
            Bodies.judged(
                text, "text/plain; charset=utf-16", "Zoë".getBytes(StandardCharsets.UTF_16)))
        .isEmpty();
    assertThat(Bodies.read(text, "text/plain", new byte[] {(byte) 0xff}))
        .isEqualTo("malformed: not text in utf-8");
  }

  @Test
  void textThatMustBeAnObjectIsReadAsJson() {
    OpenApiContract text = Bodies.contract("text/plain", "{schema: {type: object}}");

    assertThat(Bodies.judged(text, "text/plain", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(Bodies.judged(text, "text/plain", "a = 1".getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
  }

  @Test
  void codingsAreTakenOffAndUnknownOnesNamed() throws IOException {
    OpenApiContract json = Bodies.contract("application/json", "{schema: {}}");
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write("[1]".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(coded(json, "gzip", out.toByteArray()))
        .isEqualTo("Value[value=[1], flaws=[], unread=[]]");
    assertThat(coded(json, "br", new byte[] {1}))
        .isEqualTo("Unjudged[reason=its content coding is 'br']");
    assertThat(coded(json, "gzip", new byte[] {1})).startsWith("Malformed[reason=not gzip as");
    assertThat(coded(json, "gzip,".repeat(9), new byte[] {1}))
        .isEqualTo("Unjudged[reason=it has more than 8 content codings]");
  }

  private static String coded(OpenApiContract contract, String coding, byte[] body) {
    return BodyValue.read(
            Bodies.spec(contract),
            MediaType.parse("application/json").orElseThrow(),
            List.of(new Header("Content-Encoding", coding)),
            Bytes.of(body))
        .toString();
  }
}
