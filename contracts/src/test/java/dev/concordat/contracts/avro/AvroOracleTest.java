package dev.concordat.contracts.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.stub.Texts;
import dev.concordat.model.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/// Ours against Avro's own library, on schemas and values at random.
class AvroOracleTest {
  private static final int SCHEMAS = 1_500;
  private static final int VALUES = 4;

  private final long seed = Long.getLong("seed", 20261122L);

  private static AvroSchema read(Schema schema) {
    AvroContract contract = AvroReader.read(Texts.document("a.avsc", schema.toString()));
    assertThat(contract.problems()).as(schema.toString()).isEmpty();
    return contract.schema().orElseThrow();
  }

  private static byte[] written(Schema schema, Object value) throws IOException {
    var out = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(value, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static BinaryDecoder reader(byte[] bytes) {
    return DecoderFactory.get().binaryDecoder(bytes, null);
  }

  @Test
  void bytesOfTheLibraryAreReadAndWrittenTheSame() throws IOException {
    var generated = new GeneratedSchemas(new Random(seed));
    System.out.println("avro oracle seed " + seed + ", again with -Dseed=" + seed);
    for (int i = 0; i < SCHEMAS; i++) {
      // Given
      Schema theirs = generated.schema();
      AvroSchema ours = read(theirs);
      for (int v = 0; v < VALUES; v++) {
        Object value = generated.value(theirs);
        byte[] bytes = written(theirs, value);

        // When
        AvroBinary.Decoded decoded = AvroBinary.decode(ours, bytes);

        // Then
        assertThat(decoded.verdict().isFit()).as("%s %s", theirs, decoded).isTrue();
        JsonValue json = decoded.value().orElseThrow();
        assertThat(ours.judge(json).faults()).as("%s %s", theirs, json).isEmpty();
        byte[] again = AvroBinary.encode(ours, json).bytes().orElseThrow().toArray();
        assertThat(again).as("%s %s", theirs, json).isEqualTo(bytes);
        assertThat(new GenericDatumReader<>(theirs).read(null, reader(again))).isNotNull();
      }
    }
  }

  @Test
  void aMessageIsCutAsTheLibraryCutsIt() throws IOException {
    var generated = new GeneratedSchemas(new Random(seed));
    for (int i = 0; i < SCHEMAS; i++) {
      // Given
      Schema theirs = generated.schema();
      byte[] bytes = written(theirs, generated.value(theirs));
      if (bytes.length == 0) {
        continue;
      }

      // When
      AvroBinary.Decoded decoded =
          AvroBinary.decode(read(theirs), java.util.Arrays.copyOf(bytes, bytes.length - 1));

      // Then
      assertThat(decoded.verdict().faults()).as(theirs.toString()).isNotEmpty();
    }
  }

  @Test
  void canonicalFormsAndFingerprintsAreTheLibrarys() throws Exception {
    var generated = new GeneratedSchemas(new Random(seed));
    for (int i = 0; i < SCHEMAS; i++) {
      // Given
      Schema theirs = generated.schema();

      // When
      AvroSchema ours = read(theirs);

      // Then
      assertThat(ours.canonicalForm()).isEqualTo(SchemaNormalization.toParsingForm(theirs));
      assertThat(ours.fingerprint()).isEqualTo(SchemaNormalization.parsingFingerprint64(theirs));
      assertThat(ours.sha256())
          .isEqualTo(SchemaNormalization.parsingFingerprint("SHA-256", theirs));
    }
  }
}
