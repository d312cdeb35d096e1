package dev.concordat.contracts.avro;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A container file (specification, Object Container Files): a schema and values in blocks.
///
/// @param codec `null`, `deflate`, or another one, whose blocks are not read
/// @param schema absent where the header is broken
/// @param values in Avro's JSON encoding, as far as they can be read
/// @param problems of the schema, and of the file
public record AvroFile(
    String file,
    String codec,
    Optional<AvroSchema> schema,
    List<JsonValue> values,
    List<Problem> problems) {
  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final int MARKER_BYTES = 16;
  private static final int MAX_HEADER_ENTRIES = 1_000;

  public AvroFile {
    values = List.copyOf(values);
    problems = List.copyOf(problems);
  }

  /// Whether the bytes start as a container file does.
  public static boolean isOne(byte[] bytes) {
    return bytes.length >= MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  public static AvroFile read(String file, byte[] bytes, AvroLimits limits) {
    return new Opening(file, limits).read(bytes);
  }

  /// One reading of a file.
  private static final class Opening {
    private final Walk walk;
    private final String file;
    private final AvroLimits limits;
    private final List<JsonValue> values = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private String codec = "null";
    private Optional<AvroSchema> schema = Optional.empty();

    Opening(String file, AvroLimits limits) {
      this.file = file;
      this.limits = limits;
      this.walk = new Walk("", new Sentence(Place.of(file), ""), 0);
    }

    AvroFile read(byte[] bytes) {
      try {
        var in = new BinaryInput(bytes);
        in.readFixed(MAGIC.length, "the file's first bytes", walk);
        Map<String, byte[]> header = header(in);
        codec = text(header.getOrDefault("avro.codec", "null".getBytes(StandardCharsets.UTF_8)));
        schema = schema(header.getOrDefault("avro.schema", new byte[0]));
        byte[] marker = in.readFixed(MARKER_BYTES, "the marker between blocks", walk);
        if (schema.isPresent()) {
          blocks(in, schema.get(), marker);
        }
      } catch (Stopped stopped) {
        problem(stopped.why());
      }
      return new AvroFile(file, codec, schema, values, problems);
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private void problem(String message) {
      problems.add(
          Problem.error(
              "contract/avro-broken-file",
              walk.sentence().place(),
              message,
              "write the file anew; what stands before it is used"));
    }

    private Map<String, byte[]> header(BinaryInput in) throws Stopped {
      var header = new LinkedHashMap<String, byte[]>();
      for (long count = in.readLong(walk); count != 0; count = in.readLong(walk)) {
        if (count < 0) {
          in.readLong(walk);
        }
        for (long i = 0; i < Math.abs(count); i++) {
          header.put(in.readString(walk), in.readBytes("an entry of the header", walk));
          if (header.size() > MAX_HEADER_ENTRIES) {
            throw Stopped.undecided("the header has more than " + MAX_HEADER_ENTRIES + " entries");
          }
        }
      }
      return header;
    }

    private Optional<AvroSchema> schema(byte[] text) {
      var reading = new Reading(new Documents(Path.of("")));
      var document = new DocumentReader(Path.of("")).parse(file, text);
      document.problems().forEach(problems::add);
      if (document.isBroken()) {
        return Optional.empty();
      }
      AvroSchema read = SchemaReading.read(document.root(), Findings.of(reading));
      problems.addAll(reading.problems());
      return Optional.of(read);
    }

    private void blocks(BinaryInput in, AvroSchema written, byte[] marker) throws Stopped {
      if (!codec.equals("null") && !codec.equals("deflate")) {
        problems.add(
            Problem.warning(
                "contract/avro-unknown-codec",
                walk.sentence().place(),
                "the blocks are packed with '" + codec + "' and are not read",
                "pack them with deflate, or not at all"));
        return;
      }
      long left = limits.maxBytes();
      while (in.remaining() > 0) {
        long count = in.readLong(walk);
        byte[] packed = in.readBytes("a block", walk);
        byte[] block = codec.equals("deflate") ? Unpacking.inflate(packed, left, in, walk) : packed;
        left -= block.length;
        values(new BinaryInput(block), count, written);
        if (!Arrays.equals(in.readFixed(MARKER_BYTES, "the marker", walk), marker)) {
          throw in.broken(walk, "the marker after a block is another one", "the file's marker");
        }
      }
    }

    private void values(BinaryInput block, long count, AvroSchema written) throws Stopped {
      if (count < 0) {
        throw block.broken(walk, "a block has " + count + " values", "a count from 0");
      }
      for (long i = 0; i < count; i++) {
        if (values.size() >= limits.maxValues()) {
          throw Stopped.undecided("the file has more than " + limits.maxValues() + " values");
        }
        AvroBinary.Decoded decoded = new Decoding(written, block, limits).readNext();
        if (decoded.value().isEmpty()) {
          AvroFault fault =
              decoded.verdict().faults().stream()
                  .findFirst()
                  .orElseGet(
                      () ->
                          walk.fault(
                              Breach.Kind.MALFORMED_BODY,
                              decoded.verdict().undecided().orElse(""),
                              "a value",
                              ""));
          throw Stopped.by(fault);
        }
        values.add(decoded.value().get());
      }
    }
  }
}
