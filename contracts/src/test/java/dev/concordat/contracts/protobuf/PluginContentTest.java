package dev.concordat.contracts.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginContentTest {
  @TempDir Path folder;

  private static String descriptors() {
    var field =
        FieldDescriptorProto.newBuilder()
            .setName("length")
            .setNumber(1)
            .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
            .setType(FieldDescriptorProto.Type.TYPE_FLOAT);
    var file =
        FileDescriptorProto.newBuilder()
            .setName("area.proto")
            .setPackage("area")
            .setSyntax("proto3")
            .addMessageType(DescriptorProto.newBuilder().setName("Shape").addField(field))
            .addMessageType(DescriptorProto.newBuilder().setName("Area").addField(field))
            .addService(
                ServiceDescriptorProto.newBuilder()
                    .setName("Calculator")
                    .addMethod(
                        MethodDescriptorProto.newBuilder()
                            .setName("one")
                            .setInputType(".area.Shape")
                            .setOutputType(".area.Area")));
    return Base64.getEncoder()
        .encodeToString(FileDescriptorSet.newBuilder().addFile(file).build().toByteArray());
  }

  private PactContract pact(String service, String plugin) throws IOException {
    String text =
        """
        {
          "consumer": {"name": "c"}, "provider": {"name": "p"},
          "interactions": [{
            "type": "Synchronous/Messages", "description": "one area",
            "transport": "grpc",
            "pluginConfiguration": {"protobuf": {"descriptorKey": "k", "service": "%s"}},
            "request": {
              "contents": {"content": "DQAAQEA=", "contentType": "application/protobuf; message=Shape", "encoded": "base64"},
              "matchingRules": {"body": {"$.length": {"combine": "AND", "matchers": [{"match": "number"}]}}}
            },
            "response": [{"contents": {"content": "DQAAQEA=", "contentType": "application/protobuf; message=.area.Area", "encoded": "base64"}}]
          }],
          "metadata": {
            "pactSpecification": {"version": "4.0"},
            "plugins": [{"name": "%s", "version": "0.5.0", "configuration": {"k": {"protoDescriptors": "%s", "protoFile": ""}}}]
          }
        }
        """
            .formatted(service, plugin, descriptors());
    return (PactContract)
        new ContractReader(folder).read(Files.writeString(folder.resolve("pact.json"), text));
  }

  @Test
  void decodesRequestsAndResponsesByTheStoredDescriptors() throws IOException {
    // Given
    PactContract pact = pact("Calculator/one", "protobuf");
    // When
    PluginContent.Interaction interaction = PluginContent.of(pact).interactions().getFirst();
    // Then
    assertThat(pact.problems()).isEmpty();
    assertThat(interaction.method().orElseThrow().fullName()).isEqualTo("area.Calculator/one");
    PluginContent.Content request = interaction.request().orElseThrow();
    assertThat(request.type()).isEqualTo("area.Shape");
    assertThat(request.value()).hasToString("{\"length\":3}");
    assertThat(interaction.responses())
        .extracting(PluginContent.Content::type)
        .containsExactly("area.Area");
  }

  @Test
  void namesAMethodThatNoDescriptorHas() throws IOException {
    // When
    PactContract pact = pact("Calculator/two", "protobuf");
    // Then
    assertThat(pact.problems())
        .extracting(Problem::message)
        .containsExactly("no descriptor has the method `Calculator/two`");
  }

  @Test
  void namesAPluginThatIsNotHere() throws IOException {
    // When
    PactContract pact = pact("Calculator/one", "csv");
    // Then
    assertThat(pact.problems()).extracting(Problem::rule).contains("pact/missing-plugin");
    assertThat(pact.plugins().getFirst().configuration().members()).containsKey("k");
  }
}
