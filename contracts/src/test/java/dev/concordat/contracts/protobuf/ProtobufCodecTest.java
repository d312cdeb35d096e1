package dev.concordat.contracts.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtobufCodecTest {
  private static final String PROTO =
      """
      syntax = "proto3";
      package t;
      import "google/protobuf/any.proto";
      import "google/protobuf/duration.proto";
      import "google/protobuf/field_mask.proto";
      import "google/protobuf/struct.proto";
      import "google/protobuf/timestamp.proto";
      import "google/protobuf/wrappers.proto";
      message All {
        int32 i32 = 1;
        int64 i64 = 2;
        uint32 u32 = 3;
        uint64 u64 = 4;
        sint64 s64 = 5;
        fixed32 f32 = 6;
        double d = 7;
        float f = 8;
        bool b = 9;
        string text = 10;
        bytes raw = 11;
        Color color = 12;
        All inner = 13;
        repeated int32 numbers = 14;
        map<int64, string> names = 15;
        optional int32 maybe = 16;
        oneof one { string left = 17; int32 right = 18; }
        google.protobuf.Timestamp at = 19;
        google.protobuf.Duration took = 20;
        google.protobuf.FieldMask mask = 21;
        google.protobuf.Value free = 22;
        google.protobuf.StringValue wrapped = 23;
        google.protobuf.Any any = 24;
        google.protobuf.NullValue nothing = 25;
      }
      enum Color { RED = 0; GREEN = 1; }
      """;
  private static final String OLD =
      """
      syntax = "proto2";
      package old;
      message Order {
        required string id = 1;
        optional Kind kind = 2;
        optional group Part = 3 { optional int32 n = 1; }
        map<string, Order> children = 4;
        extensions 100 to 199;
      }
      enum Kind { A = 1; B = 2; }
      extend Order { optional string note = 100; }
      """;

  @TempDir static Path folder;
  private static ProtobufContract all;
  private static ProtobufContract old;

  @BeforeAll
  static void read() throws IOException {
    all = read("all.proto", PROTO);
    old = read("old.proto", OLD);
  }

  private static ProtobufContract read(String name, String text) throws IOException {
    Path path = Files.writeString(folder.resolve(name), text);
    return (ProtobufContract) new ContractReader(folder).read(path);
  }

  private static JsonValue json(String text) {
    return JsonParser.parse(text).value().orElseThrow();
  }

  private static ProtobufCodec.Decoded decode(
      ProtobufContract contract, String type, byte[] bytes) {
    return new ProtobufCodec(contract.types()).decode(type, Bytes.of(bytes)).orElseThrow();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"i32\":-1,\"i64\":\"9007199254740993\",\"u32\":4294967295,\"u64\":\"18446744073709551615\"}",
        "{\"s64\":\"-9223372036854775808\",\"f32\":7,\"d\":1.5E300,\"f\":0.1,\"b\":true}",
        "{\"d\":\"NaN\",\"f\":\"-Infinity\",\"text\":\"Zoë 😀\",\"raw\":\"AP8=\",\"color\":\"GREEN\"}",
        "{\"color\":7,\"inner\":{\"inner\":{}},\"numbers\":[0,1,300],\"names\":{\"-1\":\"a\",\"2\":\"\"}}",
        "{\"maybe\":0,\"left\":\"\",\"at\":\"2026-01-31T12:00:00.120Z\",\"took\":\"-1.500s\"}",
        "{\"mask\":\"a.bC,d\",\"free\":{\"x\":[1,null,\"y\",true,{}]},\"wrapped\":\"\"}",
        "{\"any\":{\"@type\":\"type.googleapis.com/t.All\",\"i32\":1}}",
        "{\"any\":{\"@type\":\"type.googleapis.com/google.protobuf.Duration\",\"value\":\"1s\"}}",
        "{\"nothing\":null}"
      })
  void whatIsWrittenIsReadAgain(String text) {
    // Given
    var codec = new ProtobufCodec(all.types());
    // When
    ProtobufCodec.Encoded written = codec.encode("t.All", json(text)).orElseThrow();
    // Then
    assertThat(written).isInstanceOf(ProtobufCodec.Encoded.Written.class);
    Bytes bytes = ((ProtobufCodec.Encoded.Written) written).bytes();
    ProtobufCodec.Decoded decoded = codec.decode("t.All", bytes).orElseThrow();
    assertThat(decoded.problems())
        .filteredOn(it -> it.kind() != WireProblem.Kind.UNKNOWN_ENUM_VALUE)
        .isEmpty();
    String expected = text.equals("{\"nothing\":null}") ? "{}" : text;
    assertThat(decoded.value()).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"i32\":2147483648}|/i32|2147483648 is no int32",
        "{\"i32\":1.5}|/i32|1.5 is no int32",
        "{\"u64\":\"18446744073709551616\"}|/u64|\"18446744073709551616\" is no uint64",
        "{\"i64\":1e999999999}|/i64|1e999999999 is no int64",
        "{\"f\":1e39}|/f|1e39 is no float",
        "{\"txt\":\"\"}|/txt|t.All has no field `txt`. Did you mean \"text\"?",
        "{\"color\":\"BLUE\"}|/color|\"BLUE\" is no t.Color",
        "{\"left\":\"\",\"right\":1}|/right|of `one` only one may be set",
        "{\"raw\":\"*\"}|/raw|\"*\" is no bytes",
        "{\"at\":\"yesterday\"}|/at|\"yesterday\" is not a time such as \"2026-01-31T12:00:00Z\"",
        "{\"inner\":[]}|/inner|t.All is an object, this is array",
        "{\"names\":{\"x\":\"\"}}|/names/x|`x` is no int64"
      })
  void saysWhatDoesNotFit(String text, String pointer, String message) {
    // When
    ProtobufCodec.Encoded written =
        new ProtobufCodec(all.types()).encode("t.All", json(text)).orElseThrow();
    // Then
    assertThat(written)
        .isEqualTo(
            new ProtobufCodec.Encoded.Refused(List.of(new ProtobufCodec.Misfit(pointer, message))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0a05 41|TRUNCATED|5 bytes are announced, 1 are there",
        "08|TRUNCATED|the message ends within a value",
        "0801 0a01 61|WRONG_WIRE_TYPE|`i32` is int32, but its bytes are length-delimited",
        "52 02 c328|INVALID_UTF8|`text` is a string, but its bytes are not UTF-8",
        "a00601|UNKNOWN_FIELD|field 100 is not in t.All",
        "6007|UNKNOWN_ENUM_VALUE|7 is not a value of t.Color",
        "0c|MALFORMED|byte 0 ends a group that was not started",
        "07|MALFORMED|byte 0 starts no field",
        "ffffffffffffffffffff01|TRUNCATED|byte 0 starts no field"
      })
  void namesWhatIsWrongInBytes(String bytes, WireProblem.Kind kind, String message) {
    // Given
    String digits = bytes.startsWith("0a05") ? "6a05 41" : bytes;
    // When
    ProtobufCodec.Decoded decoded = decode(all, "t.All", hex(digits));
    // Then
    assertThat(decoded.problems())
        .extracting(problem -> problem.kind() + " " + problem.message())
        .contains(kind + " " + message);
  }

  @Test
  void judgesRequiredFieldsGroupsExtensionsAndClosedEnumerations() {
    // Given: kind = 9, part { n = 5 }, note = "x", no id
    Bytes bytes = Bytes.of(hex("1009 1b08051c a20601 78"));
    // When
    List<Breach> breaches = new ProtobufJudge(old).message("old.Order", bytes);
    // Then
    assertThat(breaches)
        .extracting(breach -> breach.kind() + " " + breach.pointer() + " " + breach.sentence())
        .containsExactly(
            "VALUE_NOT_ALLOWED /kind old.proto:5:3", "MISSING_FIELD /id old.proto:4:3");
    assertThat(decode(old, "old.Order", bytes.toArray()).value())
        .hasToString("{\"part\":{\"n\":5},\"[old.note]\":\"x\"}");
  }

  @Test
  void writesMapsOfMessagesThatLackARequiredField() {
    // When
    ProtobufCodec.Encoded written =
        new ProtobufCodec(old.types())
            .encode("old.Order", json("{\"children\":{\"a\":{}}}"))
            .orElseThrow();
    // Then
    assertThat(written)
        .isEqualTo(new ProtobufCodec.Encoded.Written(Bytes.of(hex("2205 0a0161 1200"))));
  }

  @Test
  void neverFailsOnDamagedBytes() {
    // Given
    long seed = 42;
    var random = new Random(seed);
    byte[] good =
        ((ProtobufCodec.Encoded.Written)
                new ProtobufCodec(all.types())
                    .encode(
                        "t.All",
                        json(
                            "{\"text\":\"abc\",\"inner\":{\"numbers\":[1,2,3]},\"any\":{\"@type\":\"a/t.All\",\"i32\":1},\"names\":{\"1\":\"x\"}}"))
                    .orElseThrow())
            .bytes()
            .toArray();
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = good.clone();
      for (int flips = 0; flips <= random.nextInt(3); flips++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      // When
      ProtobufCodec.Decoded decoded = decode(all, "t.All", bytes);
      // Then
      assertThat(decoded.isWhole() || !decoded.problems().isEmpty())
          .as("seed %d, round %d", seed, round)
          .isTrue();
    }
  }

  @Test
  void readsGrpcFramesAndSaysWhereTheyEnd() {
    // Given
    Bytes body = GrpcFrames.write(List.of(Bytes.utf8("a"), Bytes.utf8("bc")));
    byte[] cut = Arrays.copyOf(body.toArray(), body.size() - 1);
    // When
    GrpcFrames frames = GrpcFrames.read(Bytes.of(cut), "");
    // Then
    assertThat(frames.messages()).containsExactly(Bytes.utf8("a"));
    assertThat(frames.problem()).contains("a message of 2 bytes is announced, 1 are there");
    assertThat(GrpcFrames.read(body, "").messages()).hasSize(2);
  }

  @Test
  void readsTheStatusFromTrailers() {
    // Given
    var trailers =
        List.of(new Header("grpc-status", "5"), new Header("grpc-message", "no%20order %C3%A9%"));
    // When
    GrpcStatus status = GrpcStatus.of(trailers).orElseThrow();
    // Then
    assertThat(status).isEqualTo(new GrpcStatus(GrpcStatus.Code.NOT_FOUND, "no order é%"));
  }
}
