package dev.concordat.compare.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ProtobufReader;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Contracts that say the same in other words: nothing is found.
class SameContractTest {
  private static final Policies STRICTEST =
      Policies.defaults(LocalDate.of(2026, 1, 1)).withProtobuf(Policies.Protobuf.FILE);

  private static final String PROTO3 =
      """
      syntax = "proto3";
      package shop.v1;
      option java_package = "com.shop";
      import "google/protobuf/timestamp.proto";
      message Order {
        reserved 4, 10 to 12;
        reserved "old";
        string id = 1;
        repeated Item items = 2;
        optional int64 version = 3 [deprecated = true, json_name = "ver"];
        map<string, Money> totals = 5;
        oneof pay { string card = 6; bytes token = 7; }
        Status status = 8;
        google.protobuf.Timestamp at = 9;
        message Item { string sku = 1; uint32 quantity = 2; Order of = 3; }
      }
      message Money { string amount = 1; }
      enum Status { option allow_alias = true; STATUS_UNSPECIFIED = 0; PAID = 1; PAYED = 1; reserved 5; }
      service Orders {
        rpc Place(Order) returns (Order);
        rpc Watch(Order) returns (stream Order) { option idempotency_level = NO_SIDE_EFFECTS; }
      }
      """;

  private static final String PROTO2 =
      """
      syntax = "proto2";
      package shop.v1;
      message Order {
        required string id = 1;
        optional group Buyer = 2 { optional string name = 1; }
        optional int32 size = 3 [default = 7];
        optional string note = 5 [default = "none", ctype = CORD];
        repeated double weights = 6 [packed = true];
        optional Colour colour = 7 [default = RED];
        extensions 100 to 199, 500 to max;
        extend Order { optional Order inner = 150; }
      }
      enum Colour { BLUE = 1; RED = 2; }
      extend Order { optional string tag = 100; repeated sint64 codes = 101; }
      """;

  private static final String EDITION =
      """
      edition = "2023";
      package shop.v1;
      option features.field_presence = IMPLICIT;
      message Order {
        string id = 1 [features.field_presence = LEGACY_REQUIRED];
        int32 size = 2;
        Order inner = 3 [features.message_encoding = DELIMITED];
        repeated int32 codes = 4 [features.repeated_field_encoding = EXPANDED];
        string raw = 5 [features.utf8_validation = NONE];
        Colour colour = 6 [features.field_presence = EXPLICIT];
      }
      enum Colour { option features.enum_type = CLOSED; RED = 1; }
      """;

  @TempDir Path folder;

  private static String text(String name) {
    return switch (name) {
      case "proto3" -> PROTO3;
      case "proto2" -> PROTO2;
      default -> EDITION;
    };
  }

  private List<Difference> diff(ProtobufContract before, ProtobufContract after) {
    return new Comparer(STRICTEST).diff(before, after).orElseThrow().differences();
  }

  private List<Difference> agree(ProtobufContract before, ProtobufContract after) {
    return new Comparer(STRICTEST).agree(before, after).orElseThrow().differences();
  }

  @ParameterizedTest
  @ValueSource(strings = {"proto3", "proto2", "edition"})
  void aContractIsItself(String syntax) {
    // When
    ProtobufContract contract = new ProtoTexts(folder).read(text(syntax));
    // Then
    assertThat(diff(contract, contract)).isEmpty();
    assertThat(agree(contract, contract)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"proto3", "proto2", "edition"})
  void commentsAndLineEndsDoNotMatter(String syntax) {
    // Given
    var texts = new ProtoTexts(folder);
    String commented =
        text(syntax).replace(";", ";  // a comment\r\n").replace("{", "{ /* and\n another */");
    // When
    List<Difference> differences = diff(texts.read(text(syntax)), texts.read(commented));
    // Then
    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"proto3", "proto2", "edition"})
  void aDescriptorSetIsItsSource(String syntax) {
    // Given
    ProtobufContract source = new ProtoTexts(folder).read(text(syntax));
    // When
    ProtobufContract set = set(source, new Random(0), false);
    // Then
    assertThat(set.problems()).isEmpty();
    assertThat(diff(source, set)).isEmpty();
    assertThat(diff(set, source)).isEmpty();
    assertThat(agree(set, source)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfDeclarationsDoesNotMatter(long seed) {
    for (String syntax : List.of("proto3", "proto2", "edition")) {
      // Given
      ProtobufContract source = new ProtoTexts(folder).read(text(syntax));
      // When
      ProtobufContract shuffled = set(source, new Random(seed), true);
      // Then
      assertThat(shuffled.problems()).isEmpty();
      assertThat(diff(source, shuffled)).as("seed " + seed).isEmpty();
      assertThat(diff(shuffled, source)).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void typesMayMoveBetweenTheFilesOfAPackageWhereFilesDoNotCount() {
    // Given
    var texts = new ProtoTexts(folder);
    String head = "syntax = \"proto3\"; package shop; ";
    String order =
        "message Order { Money total = 1; E e = 2; } service S { rpc P(Order) returns (Order); } ";
    String money = "message Money { int32 cents = 1; } enum E { Z = 0; } ";
    ProtobufContract before =
        texts.read(Map.of("a.proto", head + order + money, "b.proto", head + "message B {}"));
    ProtobufContract after =
        texts.read(
            Map.of(
                "a.proto",
                head + "import \"b.proto\"; " + order,
                "b.proto",
                head + "message B {} " + money));
    // When
    List<Difference> inPackage =
        new Comparer(STRICTEST.withProtobuf(Policies.Protobuf.PACKAGE))
            .diff(before, after)
            .orElseThrow()
            .differences();
    List<Difference> inFiles = diff(before, after);
    // Then
    assertThat(inPackage).noneMatch(one -> one.impact().isFinding());
    assertThat(inFiles)
        .filteredOn(one -> one.impact() == Impact.BREAKS)
        .extracting(one -> one.aliases().getFirst().id())
        .containsExactly("ENUM_NO_DELETE", "MESSAGE_NO_DELETE");
  }

  /// The contract as a descriptor set, which has no places, in the order of its text or in another.
  private static ProtobufContract set(ProtobufContract source, Random random, boolean isShuffled) {
    var files = new LinkedHashSet<FileDescriptor>();
    source
        .messages()
        .forEach(
            type -> add(source.types().message(type.fullName()).orElseThrow().getFile(), files));
    FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
    files.forEach(
        file -> set.addFile(isShuffled ? shuffled(file.toProto(), random) : file.toProto()));
    return ProtobufReader.readDescriptorSet("shop.binpb", set.build().toByteArray());
  }

  private static void add(FileDescriptor file, Set<FileDescriptor> files) {
    file.getDependencies().forEach(needed -> add(needed, files));
    files.add(file);
  }

  private static FileDescriptorProto shuffled(FileDescriptorProto file, Random random) {
    FileDescriptorProto.Builder builder = file.toBuilder();
    List<DescriptorProto> messages = new ArrayList<>(file.getMessageTypeList());
    Collections.shuffle(messages, random);
    builder.clearMessageType();
    messages.forEach(message -> builder.addMessageType(shuffled(message, random)));
    List<EnumDescriptorProto> enums = new ArrayList<>(file.getEnumTypeList());
    Collections.shuffle(enums, random);
    builder.clearEnumType();
    enums.forEach(one -> builder.addEnumType(shuffled(one, random)));
    var extensions = new ArrayList<>(file.getExtensionList());
    Collections.shuffle(extensions, random);
    builder.clearExtension().addAllExtension(extensions);
    for (int i = 0; i < file.getServiceCount(); i++) {
      var methods = new ArrayList<>(file.getService(i).getMethodList());
      Collections.shuffle(methods, random);
      builder.getServiceBuilder(i).clearMethod().addAllMethod(methods);
    }
    return builder.build();
  }

  private static DescriptorProto shuffled(DescriptorProto message, Random random) {
    var fields = new ArrayList<>(message.getFieldList());
    var nested = new ArrayList<>(message.getNestedTypeList());
    var reserved = new ArrayList<>(message.getReservedRangeList());
    Collections.shuffle(fields, random);
    Collections.shuffle(nested, random);
    Collections.shuffle(reserved, random);
    return message.toBuilder()
        .clearField()
        .addAllField(fields)
        .clearNestedType()
        .addAllNestedType(nested)
        .clearReservedRange()
        .addAllReservedRange(reserved)
        .build();
  }

  /// The first value stays: it is what readers take where nothing is sent.
  private static EnumDescriptorProto shuffled(EnumDescriptorProto type, Random random) {
    List<EnumValueDescriptorProto> others =
        new ArrayList<>(type.getValueList().subList(1, type.getValueCount()));
    Collections.shuffle(others, random);
    return type.toBuilder().clearValue().addValue(type.getValue(0)).addAllValue(others).build();
  }
}
