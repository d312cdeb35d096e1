package dev.concordat.contracts.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.TimestampProto;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ProblemText;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtobufReaderTest {
  private static final String ORDERS =
      """
      syntax = "proto3";
      package shop.v1;

      import "shop/v1/money.proto";
      import "google/protobuf/timestamp.proto";

      // An order.
      message Order {
        reserved 4, 10 to 12;
        reserved "old";
        string id = 1;
      \trepeated Item items = 2;
        optional int64 version = 3 [deprecated = true, json_name = "ver"];
        map<string, Money> totals = 5;
        oneof pay {
          string card = 6;
          bytes token = 7;
        }
        Status status = 8;
        google.protobuf.Timestamp at = 9;
        message Item { string sku = 1; uint32 quantity = 2; }
      }

      enum Status {
        STATUS_UNSPECIFIED = 0;
        PAID = 1;
        reserved 5;
      }

      service Orders {
        rpc Place(Order) returns (Order);
        rpc Watch(Order) returns (stream Order) { option idempotency_level = NO_SIDE_EFFECTS; }
      }
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private Contract read(Path path) {
    return new ContractReader(folder).read(path);
  }

  private ProtobufContract orders() throws IOException {
    file(
        "api/shop/v1/money.proto",
        "syntax = \"proto3\";\npackage shop.v1;\nmessage Money { string amount = 1; }");
    return (ProtobufContract) read(file("api/shop/v1/orders.proto", ORDERS));
  }

  @Test
  void readsWhatAFileAndItsImportsSay() throws IOException {
    // When
    ProtobufContract contract = orders();
    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.kind()).isEqualTo(ContractKind.PROTOBUF);
    assertThat(contract.title()).isEqualTo("shop.v1");
    assertThat(contract.files())
        .extracting(ProtobufFile::name, ProtobufFile::isImported)
        .containsExactlyInAnyOrder(
            tuple("shop/v1/orders.proto", false),
            tuple("shop/v1/money.proto", true),
            tuple("google/protobuf/timestamp.proto", true));
    MessageType order = contract.message("shop.v1.Order").orElseThrow();
    assertThat(order.fields())
        .extracting(
            FieldSpec::number, FieldSpec::name, FieldSpec::shownType, FieldSpec::hasPresence)
        .extracting(Object::toString)
        .containsExactly(
            "(1, \"id\", \"string\", false)",
            "(2, \"items\", \"repeated shop.v1.Order.Item\", false)",
            "(3, \"version\", \"int64\", true)",
            "(5, \"totals\", \"shop.v1.Order.TotalsEntry\", false)",
            "(6, \"card\", \"string\", true)",
            "(7, \"token\", \"bytes\", true)",
            "(8, \"status\", \"shop.v1.Status\", false)",
            "(9, \"at\", \"google.protobuf.Timestamp\", true)");
    assertThat(order.reservedRanges())
        .extracting(range -> range.first() + "-" + range.last())
        .containsExactly("4-4", "10-12");
    assertThat(order.oneofs()).extracting(MessageType.Oneof::name).containsExactly("pay");
    assertThat(order.field(3).orElseThrow().options()).hasToString("{\"deprecated\":true}");
    assertThat(order.field(3).orElseThrow().jsonName()).isEqualTo("ver");
    ServiceSpec.Method watch = contract.method("/shop.v1.Orders/Watch").orElseThrow();
    assertThat(watch.isServerStreaming()).isTrue();
    assertThat(watch.idempotency()).isEqualTo("NO_SIDE_EFFECTS");
    assertThat(contract.enumType("shop.v1.Status").orElseThrow().isClosed()).isFalse();
  }

  @Test
  void knowsWhereEverySentenceStandsTabsIncluded() throws IOException {
    // When
    FieldSpec items = orders().message("shop.v1.Order").orElseThrow().field("items").orElseThrow();
    // Then
    assertThat(items.located()).hasToString("api/shop/v1/orders.proto:12:2");
    assertThat(items.located().name().place()).hasToString("api/shop/v1/orders.proto:12:16");
    assertThat(items.located().whole().text()).isEqualTo("repeated Item items = 2;");
  }

  @Test
  void knowsWhichPartsTheTextDoesNotSay() throws IOException {
    // When
    MessageType order = orders().message("shop.v1.Order").orElseThrow();
    // Then
    Located version = order.field("version").orElseThrow().located();
    Located id = order.field("id").orElseThrow().located();
    assertThat(version.exactly(10).map(span -> span.place().column())).contains(50);
    assertThat(id.exactly(10)).isEmpty();
    assertThat(version.option(8, 3).map(span -> span.place().column())).contains(31);
    assertThat(version.option(8, 6)).isEmpty();
    assertThat(order.nested())
        .filteredOn(MessageType::isMapEntry)
        .allMatch(entry -> entry.located().exactly().isEmpty());
  }

  @Test
  void readsTheFilesOfAModuleByTheNamesUnderWhichTheyImportOneAnother() throws IOException {
    // Given
    String order = "syntax = \"proto3\"; import \"b.proto\"; message A { B b = 1; }";
    var files = new LinkedHashMap<String, TextFile>();
    files.put("a.proto", text("left/proto/a.proto", order));
    files.put("b.proto", text("right/b.proto", "syntax = \"proto3\"; message B {}"));
    // When
    ProtobufContract contract =
        new ProtobufReader(folder, Protoc::bundled, ReadLimits.defaults()).readModule(files);
    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.files())
        .extracting(ProtobufFile::name, ProtobufFile::isImported)
        .containsExactlyInAnyOrder(tuple("a.proto", false), tuple("b.proto", false));
    assertThat(contract.message("A").orElseThrow().located())
        .hasToString("left/proto/a.proto:1:38");
  }

  private TextFile text(String name, String content) {
    return TextFile.of(folder, name, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsEditionsWithTheirFeatures() throws IOException {
    // When
    var contract =
        (ProtobufContract)
            read(
                file(
                    "a.proto",
                    """
                    edition = "2024";
                    package a;
                    message A {
                      int32 plain = 1;
                      int32 bare = 2 [features.field_presence = IMPLICIT];
                      A inner = 3 [features.message_encoding = DELIMITED];
                    }
                    enum E { option features.enum_type = CLOSED; X = 1; }
                    """));
    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.files().getFirst().syntax()).isEqualTo("2024");
    assertThat(contract.messages().getFirst().fields())
        .extracting(field -> field.hasPresence() + " " + field.features().messageEncoding())
        .containsExactly("true LENGTH_PREFIXED", "false LENGTH_PREFIXED", "true DELIMITED");
    assertThat(contract.enumType("a.E").orElseThrow().isClosed()).isTrue();
  }

  @Test
  void readsOptionsThatTheContractDefinesItself() throws IOException {
    // Given
    file(
        "third_party/google/api/http.proto",
        """
        syntax = "proto3";
        package google.api;
        import "google/protobuf/descriptor.proto";
        message HttpRule { string get = 2; string body = 7; }
        extend google.protobuf.MethodOptions { HttpRule http = 72295728; }
        """);
    // When
    var contract =
        (ProtobufContract)
            read(
                file(
                    "a.proto",
                    """
                    syntax = "proto3";
                    import "google/api/http.proto";
                    message A {}
                    service S { rpc Get(A) returns (A) { option (google.api.http) = { get: "/a" }; } }
                    """));
    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.method("S/Get").orElseThrow().http().orElseThrow())
        .hasToString("{\"get\":\"/a\"}");
  }

  @Test
  void readsDescriptorSets() throws IOException {
    // Given
    byte[] set =
        FileDescriptorSet.newBuilder()
            .addFile(TimestampProto.getDescriptor().toProto())
            .build()
            .toByteArray();
    Path path = Files.write(folder.resolve("anything"), set);
    // When
    Contract contract = read(path);
    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(((ProtobufContract) contract).messages())
        .extracting(MessageType::fullName)
        .containsExactly("google.protobuf.Timestamp");
  }

  @Nested
  class Failures {
    private String shown(Path path) {
      List<Problem> problems = read(path).problems();
      return String.join("", problems.stream().map(p -> ProblemText.of(p, folder)).toList());
    }

    @Test
    void showsWhatTheCompilerRefusesWhereItStands() throws IOException {
      // When
      String shown =
          shown(
              file(
                  "a.proto",
                  "syntax = \"proto3\";\nmessage Money {}\nmessage A {\n\tMony m = 1;\n}\n"));
      // Then
      assertThat(shown)
          .isEqualTo(
              """
              error: "Mony" is not defined.
                at a.proto:4:2   protobuf/unknown-type
                  |
                4 | →Mony m = 1;
                  |  ^
                fix: did you mean `Money`?
              """);
    }

    @Test
    void refusesImportsThatLeaveTheWorkspace() throws IOException {
      // Given
      Path inner = Files.createDirectories(folder.resolve("inner"));
      file("secret.proto", "syntax = \"proto3\"; message Secret {}");
      Files.createSymbolicLink(inner.resolve("link.proto"), folder.resolve("secret.proto"));
      file(
          "inner/a.proto",
          "syntax = \"proto3\";\nimport \"../secret.proto\";\nimport \"link.proto\";\n");
      // When
      Contract contract = new ContractReader(inner).read(inner.resolve("a.proto"));
      // Then
      assertThat(contract.problems())
          .extracting(problem -> problem.rule() + " " + problem.place())
          .contains(
              "protobuf/import-leaves-root a.proto:2:8", "protobuf/import-leaves-root a.proto:3:8");
    }

    @Test
    void stopsACompilerThatDoesNotEnd() throws IOException {
      // Given
      Path sleeper = Files.writeString(folder.resolve("sleeper"), "#!/bin/sh\nexec sleep 60\n");
      assertThat(sleeper.toFile().setExecutable(true)).isTrue();
      var protoc = new Protoc(sleeper, folder, Duration.ofMillis(200));
      // When
      ProtobufContract contract =
          new ProtobufReader(folder, () -> protoc, ReadLimits.defaults())
              .read(
                  TextFile.of(
                      folder, "a.proto", "syntax = \"proto3\";".getBytes(StandardCharsets.UTF_8)));
      // Then
      assertThat(contract.problems())
          .extracting(Problem::message)
          .containsExactly("the compiler of .proto files did not end within 0 s");
    }
  }
}
