package dev.concordat.contracts.body;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.concordat.contracts.openapi.OpenApiContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bodies with random mistakes are judged in some way: never a crash, never a hang.
class HostileBodiesTest {
  private static final int MUTANTS = 2_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String SCHEMA =
      "{type: object, xml: {name: a}, properties: {b: {type: array, items: {type: integer}}, c: {$ref: '#/paths/~1a/post/requestBody/content'}}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "application/json; {schema: S}; {'b':[1,2],'c':{'d':null}}",
        "application/xml; {schema: S}; <?xml version='1.0' encoding='UTF-8'?><a xmlns:x='u'><b>1</b><x:b i='2'>3</x:b><![CDATA[x]]></a>",
        "multipart/form-data, boundary=q; {schema: S}; --q|Content-Disposition: form-data, name='b'||1|--q|Content-Disposition: form-data, name='c'|Content-Type: application/json||{}|--q--|",
        "multipart/mixed, boundary=q; {itemSchema: S}; --q|Content-Type: multipart/mixed, boundary=r||--r||x|--r--|--q--|",
        "application/x-www-form-urlencoded; {schema: S, encoding: {b: {style: deepObject}}}; b=1&b=2&c=%7B%7D&d[e]=%zz",
        "application/jsonl; {itemSchema: S}; {'b':[1]}|{'b':2}|",
        "application/json-seq; {itemSchema: S}; \u001e{'b':[1]}|\u001e{}|",
        "text/event-stream; {itemSchema: S}; event: a|data: 1|data: 2||: c|id: 3|",
        "text/plain, charset=utf-16; {schema: {type: integer}}; 12345678",
      })
  void mutantsAreJudged(String type, String mediaType, String body) {
    String essence = type.split(",", 2)[0];
    OpenApiContract contract =
        Bodies.contract(essence, mediaType.replace("S}", SCHEMA + "}").replace("S,", SCHEMA + ","));
    byte[] seedBody =
        body.replace('\'', '"')
            .replace("|", "\r\n")
            .replace(", name", "; name")
            .replace(", boundary", "; boundary")
            .getBytes(StandardCharsets.UTF_8);
    long seed = 4711;
    var random = new Random(seed);

    assertThatCode(
            () ->
                Assertions.assertTimeoutPreemptively(
                    LIMIT,
                    () -> {
                      for (int i = 0; i < MUTANTS; i++) {
                        Bodies.breaches(contract, type.replace(",", ";"), mutant(seedBody, random));
                      }
                    }))
        .as("seed " + seed)
        .doesNotThrowAnyException();
  }

  private static byte[] mutant(byte[] body, Random random) {
    byte[] bytes = body.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        case 2 -> bytes[at] = (byte) "<>&\"'\r\n-{}[]=%;:\u001e".charAt(random.nextInt(16));
        default -> {
          byte[] doubled = Arrays.copyOf(bytes, bytes.length + at);
          System.arraycopy(bytes, 0, doubled, bytes.length, at);
          bytes = doubled;
        }
      }
    }
    return bytes;
  }
}
