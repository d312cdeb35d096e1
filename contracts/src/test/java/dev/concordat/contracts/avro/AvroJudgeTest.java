package dev.concordat.contracts.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroJudgeTest {
  private static final String ORDER =
      """
      {"type": "record", "name": "shop.Order", "fields": [
        {"name": "id", "type": {"type": "string", "logicalType": "uuid"}},
        {"name": "total", "type": {"type": "bytes", "logicalType": "decimal", "precision": 4, "scale": 2}},
        {"name": "state", "type": {"type": "enum", "name": "State", "symbols": ["OPEN", "PAID"]}},
        {"name": "note", "type": ["null", "string"]},
        {"name": "lines", "type": {"type": "array", "items": {"type": "record", "name": "Line",
          "fields": [{"name": "qty", "type": "int"}]}}}]}
      """;
  private static final String ID = "11111111-1111-4111-8111-000000000001";

  private final AvroSchema schema = AvroReaderTest.schema(ORDER);
  private final AvroJudge judge = new AvroJudge(schema);

  private static JsonValue json(String text) {
    return JsonParser.parse(text).value().orElseThrow();
  }

  private byte[] encoded(String text) {
    AvroBinary.Encoded encoded = AvroBinary.encode(schema, json(text));
    return encoded
        .bytes()
        .orElseThrow(() -> new AssertionError(encoded.verdict().toString()))
        .toArray();
  }

  private byte[] order() {
    return encoded(
        "{\"id\": \"%s\", \"total\": 10.10, \"state\": \"PAID\", \"note\": \"n\", \"lines\": [{\"qty\": 2}]}"
            .formatted(ID));
  }

  private static List<String> shown(AvroJudge.Judged judged) {
    return judged.verdict().breaches("Order").stream()
        .map(breach -> breach.kind() + " " + breach.pointer() + " " + breach.sentence().line())
        .toList();
  }

  @Test
  void aDecimalKeepsItsDigitsInThePlainForm() {
    // When
    AvroJudge.Judged judged = judge.judge(order());

    // Then
    assertThat(shown(judged)).isEmpty();
    assertThat(AvroPlain.of(schema, judged.value().orElseThrow()).toString())
        .isEqualTo(
            "{\"id\":\"%s\",\"total\":10.10,\"state\":\"PAID\",\"note\":\"n\",\"lines\":[{\"qty\":2}]}"
                .formatted(ID));
  }

  @Test
  void envelopesAreRecognised() {
    byte[] order = order();
    byte[] registry =
        ByteBuffer.allocate(5 + order.length).put((byte) 0).putInt(7).put(order).array();
    byte[] single =
        ByteBuffer.allocate(10 + order.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 0xc3)
            .put((byte) 1)
            .putLong(schema.fingerprint())
            .put(order)
            .array();

    assertThat(judge.judge(registry).envelope())
        .isInstanceOfSatisfying(
            AvroEnvelope.Registry.class, found -> assertThat(found.schemaId()).isEqualTo(7));
    assertThat(shown(judge.judge(registry))).isEmpty();
    assertThat(judge.judge(single).envelope()).isInstanceOf(AvroEnvelope.SingleObject.class);
    assertThat(shown(judge.judge(single))).isEmpty();
    single[5]++;
    assertThat(judge.judge(single).verdict().undecided().orElseThrow()).contains("fingerprint");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          '', MALFORMED_BODY /id 2
          '03', MALFORMED_BODY /id 2
          '0201', MALFORMED_BODY /total 3
          'ffffffffffffffffffff01', MALFORMED_BODY /id 2
          '02ff', MALFORMED_BODY /id 2
          """)
  void brokenBytesAreToldAtTheFieldWhoseBytesTheyAre(String hex, String expected) {
    // When
    AvroJudge.Judged judged = judge.judge(HexFormat.of().parseHex(hex));

    // Then
    assertThat(shown(judged)).last().isEqualTo(expected);
  }

  @Test
  void symbolsBranchesAndLogicalTypesAreJudged() {
    // Given
    String open = "02" + "61"; // id "a"
    String total = "06" + "7fffff"; // 8388607, too many digits
    var pieces = HexFormat.of();

    // Then
    assertThat(shown(judge.judge(pieces.parseHex(open + total + "00" + "00" + "00"))))
        .containsExactly("VALUE_NOT_ALLOWED /id 2", "VALUE_NOT_ALLOWED /total 3");
    assertThat(shown(judge.judge(pieces.parseHex(open + "0201" + "04"))))
        .contains("MALFORMED_BODY /state 4");
    assertThat(shown(judge.judge(pieces.parseHex(open + "0201" + "00" + "04"))))
        .contains("MALFORMED_BODY /note 5");
    assertThat(shown(judge.judge(pieces.parseHex(open + "0201" + "00" + "00" + "00" + "00"))))
        .contains("MALFORMED_BODY  1");
    assertThat(shown(judge.judge(pieces.parseHex(open + "0201" + "00" + "00" + "04" + "02"))))
        .contains("MALFORMED_BODY /lines/*/qty 7");
  }

  @Test
  void jsonIsJudgedTaggedOrPlain() {
    String rest =
        "\"id\": \"" + ID + "\", \"total\": 10.1, \"state\": \"OPEN\", \"lines\": [{\"qty\": 1}]}";

    assertThat(shown(judge.judgeJson(bytes("{\"note\": {\"string\": \"n\"}, " + rest)))).isEmpty();
    assertThat(shown(judge.judgeJson(bytes("{\"note\": \"n\", " + rest)))).isEmpty();
    assertThat(shown(judge.judgeJson(bytes("{\"note\": 1, " + rest))))
        .containsExactly("WRONG_TYPE /note 5");
    assertThat(shown(judge.judgeJson(bytes("{\"nott\": null, " + rest))))
        .containsExactly("MISSING_FIELD /note 5", "UNEXPECTED_FIELD /nott 1");
    assertThat(shown(judge.judgeJson(bytes("{")))).containsExactly("MALFORMED_BODY  1");
    assertThat(
            shown(
                judge.judgeJson(
                    bytes(
                        "{\"note\": null, \"id\": \"x\", \"total\": 10.101, \"state\": \"OPN\","
                            + " \"lines\": [{\"qty\": 1.5}, {\"qty\": \"2\"}]}"))))
        .containsExactly(
            "VALUE_NOT_ALLOWED /id 2",
            "VALUE_NOT_ALLOWED /total 3",
            "VALUE_NOT_ALLOWED /state 4",
            "WRONG_TYPE /lines/*/qty 7",
            "WRONG_TYPE /lines/*/qty 7");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aBombIsNotDecidedAndCostsLittle() {
    // Given
    AvroSchema nulls = AvroReaderTest.schema("{\"type\": \"array\", \"items\": \"null\"}");
    AvroSchema endless =
        AvroReader.read(
                dev.concordat.contracts.stub.Texts.document(
                    "a.avsc",
                    "{\"type\": \"record\", \"name\": \"A\", \"fields\": [{\"name\": \"a\", \"type\": \"A\"}]}"))
            .schema()
            .orElseThrow();

    // Then
    assertThat(
            new AvroJudge(nulls)
                .judge(HexFormat.of().parseHex("feffffffffffffffff01"))
                .verdict()
                .undecided()
                .orElseThrow())
        .contains("more than 1000000 values");
    assertThat(new AvroJudge(endless).judge(new byte[0]).verdict().undecided().orElseThrow())
        .contains("inside one another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "deflate"})
  void aContainerFileOfTheLibraryIsRead(String codec) throws IOException {
    // Given
    Schema theirs =
        new Schema.Parser()
            .parse(
                "{\"type\": \"record\", \"name\": \"A\", \"fields\": [{\"name\": \"n\", \"type\": \"int\"}]}");
    var out = new ByteArrayOutputStream();
    try (var writer = new DataFileWriter<Object>(new GenericDatumWriter<>(theirs))) {
      writer.setCodec(CodecFactory.fromString(codec));
      writer.create(theirs, out);
      for (int i = 0; i < 3; i++) {
        var record = new GenericData.Record(theirs);
        record.put("n", i);
        writer.append(record);
      }
    }

    // When
    AvroFile file = AvroFile.read("a.avro", out.toByteArray(), AvroLimits.defaults());

    // Then
    assertThat(file.problems()).isEmpty();
    assertThat(file.codec()).isEqualTo(codec);
    assertThat(file.values()).hasToString("[{\"n\":0}, {\"n\":1}, {\"n\":2}]");
  }

  @Test
  void changedBytesNeverCostMoreThanAVerdict() {
    var random = new Random(Long.getLong("seed", 20261122L));
    byte[] order = order();
    for (int i = 0; i < 20_000; i++) {
      // Given
      byte[] changed = order.clone();
      for (int change = 0; change <= random.nextInt(3); change++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }

      // When
      AvroJudge.Judged judged = judge.judge(changed);

      // Then
      assertThat(judged.value().isPresent() || !judged.verdict().isFit()).isTrue();
    }
  }
}
