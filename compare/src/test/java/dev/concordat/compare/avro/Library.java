package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroContract;
import dev.concordat.contracts.avro.AvroReader;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaParseException;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;

/// Avro's own library, asked what ours is asked.
final class Library {
  private Library() {}

  /// The schema; nothing where the library does not take it.
  static Optional<Schema> parse(String text) {
    try {
      return Optional.of(new Schema.Parser().parse(text));
    } catch (SchemaParseException | org.apache.avro.AvroTypeException e) {
      return Optional.empty();
    }
  }

  /// Ours; nothing where ours has something against it.
  static Optional<AvroSchema> ours(String text) {
    AvroContract contract =
        AvroReader.read(
            new DocumentReader(Path.of("."))
                .parse("a.avsc", text.getBytes(StandardCharsets.UTF_8)));
    return contract.problems().stream().anyMatch(Problem::isError)
        ? Optional.empty()
        : contract.schema();
  }

  /// The kinds of incompatibility; a kind of its own where the library gives up.
  static Set<String> verdict(Schema reader, Schema writer) {
    var kinds = new TreeSet<String>();
    try {
      SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
          .getResult()
          .getIncompatibilities()
          .forEach(each -> kinds.add(each.getType().name()));
    } catch (AvroRuntimeException e) {
      kinds.add("AMBIGUOUS");
    }
    return kinds;
  }

  /// Whether no record holds itself in every value.
  static boolean canEnd(Schema schema) {
    return AvroReader.read(
            new DocumentReader(Path.of("."))
                .parse("a.avsc", schema.toString().getBytes(StandardCharsets.UTF_8)))
        .problems()
        .stream()
        .noneMatch(problem -> problem.rule().equals("contract/avro-endless-record"));
  }

  /// What came of reading bytes.
  sealed interface Outcome {
    /// They were read; written again with the reader's schema.
    record Read(byte[] again) implements Outcome {}

    /// They were not.
    record Refused(String why) implements Outcome {}

    /// The library itself broke down at the schemas.
    record BrokeDown() implements Outcome {}
  }

  static Outcome read(byte[] bytes, Schema writer, Schema reader) throws IOException {
    try {
      BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
      GenericData plain = new GenericData();
      // The fast reader fails at empty lists that are defaults of unions.
      plain.setFastReaderEnabled(false);
      Object datum = new GenericDatumReader<Object>(writer, reader, plain).read(null, decoder);
      return new Outcome.Read(written(reader, datum, plain));
    } catch (AvroRuntimeException | ArrayIndexOutOfBoundsException e) {
      return new Outcome.Refused(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      // Symbol.Sequence.flattenedSize, at some schemas that hold themselves.
      return new Outcome.BrokeDown();
    }
  }

  /// A value at random, as bytes.
  static byte[] random(Schema schema, long seed) throws IOException {
    Object datum = new RandomData(schema, 1, seed).iterator().next();
    return written(schema, datum, new GenericData());
  }

  private static byte[] written(
      Schema schema, @org.jspecify.annotations.Nullable Object datum, GenericData data)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(schema, data).write(datum, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
