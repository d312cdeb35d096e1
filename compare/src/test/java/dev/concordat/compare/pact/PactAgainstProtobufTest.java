package dev.concordat.compare.pact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.WitnessMessage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactAgainstProtobufTest {
  private static final String PROVIDER =
      """
      syntax = "proto3";
      package area;
      message Shape { float length = 1; }
      message Area { float size = 1; }
      service Calculator { rpc one(Shape) returns (Area); }
      """;

  @TempDir private Path folder;

  /// What the consumer was built with: `Shape.length` and `Area.size`, both floats with number 1.
  private static String descriptors() {
    FileDescriptorProto file =
        FileDescriptorProto.newBuilder()
            .setName("area.proto")
            .setPackage("area")
            .setSyntax("proto3")
            .addMessageType(message("Shape", "length"))
            .addMessageType(message("Area", "size"))
            .addService(
                ServiceDescriptorProto.newBuilder()
                    .setName("Calculator")
                    .addMethod(
                        MethodDescriptorProto.newBuilder()
                            .setName("one")
                            .setInputType(".area.Shape")
                            .setOutputType(".area.Area")))
            .build();
    return Base64.getEncoder()
        .encodeToString(FileDescriptorSet.newBuilder().addFile(file).build().toByteArray());
  }

  private static DescriptorProto.Builder message(String name, String field) {
    return DescriptorProto.newBuilder()
        .setName(name)
        .addField(
            FieldDescriptorProto.newBuilder()
                .setName(field)
                .setNumber(1)
                .setType(FieldDescriptorProto.Type.TYPE_FLOAT)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL));
  }

  private ContractComparison agree(String provider) {
    String pact =
        """
        {"consumer": {"name": "c"}, "provider": {"name": "p"},
         "interactions": [{
           "type": "Synchronous/Messages", "description": "one area", "transport": "grpc",
           "pluginConfiguration": {"protobuf": {"descriptorKey": "k", "service": "Calculator/one"}},
           "request": {"contents": {"content": "DQAAQEA=",
             "contentType": "application/protobuf; message=.area.Shape", "encoded": "base64"}},
           "response": [{"contents": {"content": "DQAAQEA=",
             "contentType": "application/protobuf; message=.area.Area", "encoded": "base64"}}]}],
         "metadata": {"pactSpecification": {"version": "4.0"},
           "plugins": [{"name": "protobuf", "version": "0.5.0",
             "configuration": {"k": {"protoDescriptors": "%s", "protoFile": ""}}}]}}
        """
            .formatted(descriptors());
    return new Comparer(Policies.defaults(LocalDate.of(2026, 1, 1)))
        .agree(
            Agreement.read(folder, "pact.json", pact),
            Agreement.read(folder, "area.proto", provider))
        .orElseThrow();
  }

  @Test
  void theSameMessagesAgree() {
    assertThat(agree(PROVIDER).differences()).isEmpty();
  }

  @Test
  void aMethodThatIsNotOfferedBreaks() {
    // When
    ContractComparison comparison = agree(PROVIDER.replace("rpc one", "rpc two"));

    // Then
    assertThat(Agreement.told(comparison))
        .containsExactly("breaks agree/operation-unknown area.Calculator/one · operation");
  }

  @Test
  void aFieldThatTheProviderDoesNotKnowIsRisky() {
    // When
    ContractComparison comparison =
        agree(PROVIDER.replace("float length = 1;", "float width = 2;"));

    // Then
    assertThat(Agreement.told(comparison))
        .containsExactly("risky agree/unspoken area.Calculator/one · request body /length");
  }

  @Test
  void anAnswerThatIsReadAsSomethingElseBreaksWithItsBytes() {
    // When
    ContractComparison comparison = agree(PROVIDER.replace("float size = 1;", "float size = 3;"));

    // Then
    assertThat(Agreement.told(comparison))
        .containsExactly(
            "breaks agree/nothing-in-common area.Calculator/one · response body /size");
    var message =
        (WitnessMessage.Encoded) Agreement.witness(comparison.differences().getFirst()).message();
    assertThat(message.sent()).hasToString("{\"size\":3}");
    assertThat(message.read()).hasToString("{}");
  }

  @Test
  void aFieldThatTheProviderCannotSayBreaks() {
    // When
    ContractComparison comparison =
        agree(PROVIDER.replace("float size = 1;", "float surface = 1;"));

    // Then
    assertThat(Agreement.told(comparison))
        .containsExactly(
            "breaks agree/nothing-in-common area.Calculator/one · response body /size");
  }
}
