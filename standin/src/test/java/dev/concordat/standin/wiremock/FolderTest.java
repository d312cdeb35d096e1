package dev.concordat.standin.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.problem.Problem;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.server.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders of mappings, and mappings beside a contract.
class FolderTest {
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: Orders, version: "1"}
      paths:
        /orders/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            responses:
              "200": {description: one, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
        /other:
          get:
            responses: {"200": {description: other, content: {application/json: {example: {from: contract}}}}}
      components:
        schemas:
          Order: {type: object, required: [total], properties: {total: {type: TOTAL}}}
      """;

  private static final String TRUE_STUB =
      """
      {"request": {"method": "GET", "url": "/orders/7"},
       "response": {"jsonBody": {"total": 3}, "headers": {"Content-Type": "application/json"}}}
      """;

  @TempDir Path folder;

  private OpenApiContract contract(String type) throws IOException {
    Path file = folder.resolve("openapi.yaml");
    Files.writeString(file, CONTRACT.replace("TOTAL", type));
    return new ContractReader(folder).read(file) instanceof OpenApiContract openApi
        ? openApi
        : failed();
  }

  private static OpenApiContract failed() {
    throw new AssertionError("the contract of this test cannot be read");
  }

  private Path stub(String name, String text) throws IOException {
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    return Files.writeString(mappings.resolve(name), text);
  }

  private Wire.Answer ask(Ours server, String target) throws IOException {
    return Wire.send(server.port(), "GET", target, "", "");
  }

  @Test
  void mappingsAndBodiesOfAFolderAreServed() throws IOException {
    // Given
    stub("one.json", "{\"request\":{\"url\":\"/f\"},\"response\":{\"bodyFileName\":\"b/x.txt\"}}");
    stub("many.json", "{\"mappings\":[" + TRUE_STUB.replace("3", "4") + "," + TRUE_STUB + "]}");
    Files.createDirectories(folder.resolve("__files/b"));
    Files.writeString(folder.resolve("__files/b/x.txt"), "from a file");

    // When
    try (Ours server = Ours.open(MappingFolder.find(List.of(folder)), List.of())) {

      // Then
      assertThat(server.problems()).isEmpty();
      assertThat(ask(server, "/f").body()).isEqualTo("from a file");
      assertThat(ask(server, "/orders/7").body()).isEqualTo("{\"total\":3}");
      Wire.send(server.port(), "DELETE", "/__admin/mappings", "", "");
      assertThat(ask(server, "/f").status()).contains("404");
      server.client().resetToDefaultMappings();
      assertThat(ask(server, "/f").body()).isEqualTo("from a file");
    }
  }

  @Test
  void stubsThatShouldLastAreSaved() throws IOException {
    // Given
    Files.createDirectories(folder.resolve("mappings"));
    MappingSource source = MappingFolder.find(List.of(folder));

    // When
    try (Ours server = Ours.open(source, List.of())) {
      Wire.send(server.port(), "POST", "/__admin/mappings", "", TRUE_STUB);
      server.client().saveMappings();
    }

    // Then
    try (Ours again = Ours.open(MappingFolder.find(List.of(folder)), List.of())) {
      assertThat(ask(again, "/orders/7").body()).isEqualTo("{\"total\":3}");
    }
  }

  @Test
  void whatIsNotSupportedIsRefusedWithTheReason() throws IOException {
    // Given
    stub(
        "custom.json",
        "{\"request\": {\"customMatcher\": {\"name\": \"mine\"}}, \"response\": {\"status\": 200}}");

    // When
    try (Ours server = Ours.open(MappingFolder.find(List.of(folder)), List.of())) {

      // Then
      assertThat(server.problems())
          .extracting(Problem::rule)
          .containsExactly("stub/cannot-be-served");
      assertThat(server.problems().getFirst().message()).contains("customMatcher");
    }
  }

  @Test
  void whatTheContractForbidsIsRefusedWithTheReason() throws IOException {
    // Given
    OpenApiContract contract = contract("integer");
    stub("true.json", TRUE_STUB);
    stub("lie.json", TRUE_STUB.replace("{\"total\": 3}", "{\"total\": \"three\"}"));

    // When
    try (Ours server = Ours.open(MappingFolder.find(List.of(folder)), List.of(contract))) {

      // Then
      assertThat(server.problems())
          .extracting(Problem::rule)
          .containsExactly("stub/forbidden-by-contract");
      assertThat(server.problems().getFirst().place().file()).contains("lie.json");
      String lie = TRUE_STUB.replace("{\"total\": 3}", "{}");
      Wire.Answer refused = Wire.send(server.port(), "POST", "/__admin/mappings", "", lie);
      assertThat(refused.status()).contains("422");
      assertThat(refused.body()).contains("total", "openapi.yaml:");
    }
  }

  @Test
  void stubsAreHeldAgainstTheContractAgainWhenItChanges() throws IOException {
    // Given
    stub("true.json", TRUE_STUB);
    OpenApiContract before = contract("integer");
    try (Ours server = Ours.open(MappingFolder.find(List.of(folder)), List.of(before))) {
      assertThat(ask(server, "/orders/7").status()).contains("200");

      // When
      List<String> forbidden = server.mappings().recheck(List.of(contract("string")));

      // Then
      assertThat(forbidden).singleElement().asString().contains("total");
      assertThat(ask(server, "/orders/7").body())
          .contains("The contract forbids the stub", "total");
      assertThat(server.mappings().recheck(List.of(before))).isEmpty();
      assertThat(ask(server, "/orders/7").status()).contains("200");
    }
  }

  @Test
  void whatNoStubAnswersIsTheContractsToAnswer() throws IOException {
    // Given
    OpenApiContract contract = contract("integer");
    stub("true.json", TRUE_STUB);

    // When
    try (Ours server = Ours.open(MappingFolder.find(List.of(folder)), List.of(contract))) {
      server
          .mappings()
          .setBeside(
              StandInServer.answerer(List.of(new StandIn(contract, StandInSettings.DEFAULT))));

      // Then
      assertThat(ask(server, "/other").body()).contains("contract");
      assertThat(ask(server, "/orders/7").body()).isEqualTo("{\"total\":3}");
      assertThat(server.client().getServeEvents()).hasSize(2);
    }
  }
}
