package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `concordat explain oasdiff:RULE`: what becomes here of another tool's rule.
class ExplainPeerTest {
  @TempDir private Path temporary;
  private ComparedWorkspace workspace;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace = ComparedWorkspace.in(temporary);
  }

  @ParameterizedTest
  @CsvSource({
    "oasdiff:request-body-max-length-set, agree/body-refused",
    "oasdiff:request-parameter-default-value-changed, agree/meaning-changed",
    "oasdiff:api-schema-removed, Not named here: ",
    "swagger-brake:R012, agree/success-removed",
    "azure-openapi-diff:AddingRequiredParameter, agree/parameter-refused",
    "buf:FIELD_SAME_JSON_NAME, agree/protobuf-json-misread",
    "graphql-inspector:FIELD_REMOVED, agree/graphql-selection-refused",
  })
  void namesOurRule(String asked, String ours) {
    var result = workspace.run("explain", asked);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith(asked).contains(ours);
  }

  @Test
  void saysItAsJson() {
    var result =
        workspace.run("explain", "oasdiff:request-body-became-required", "--format", "json");

    assertThat(result.out())
        .contains("\"level\": \"ERR\"", "\"agree/body-refused\"", "\"judged\": ");
  }

  @Test
  void aMistypedNameIsAnsweredWithTheNearest() {
    var result = workspace.run("explain", "oasdiff:request-body-became-requird");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("oasdiff:request-body-became-required");
  }
}
