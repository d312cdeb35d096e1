package dev.concordat.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
  @TempDir private Path root;

  private Node ref(String file, String text) throws IOException {
    write(file, text);
    return new Documents(root).read(Path.of(file)).root();
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Problem problemOf(String reference) throws IOException {
    Node node = ref("a/api.yaml", "$ref: '" + reference + "'\norders: {}\n");
    return ((Reference.Broken) new Documents(root).follow(node)).problem();
  }

  @Test
  void followsReferencesAcrossFiles() throws IOException {
    write("common/types.yaml", "Order:\n  $ref: 'more%20types.json#/a~1b/%7Bc%7D'\n");
    write("common/more types.json", "{\"a/b\": {\"{c}\": {\"type\": \"string\"}}}");
    Node node = ref("orders/openapi.yaml", "$ref: ../common/types.yaml#/Order\n");

    Reference reference = new Documents(root).follow(node);

    assertThat(reference)
        .isInstanceOfSatisfying(
            Reference.Found.class,
            found -> {
              assertThat(found.node().place()).hasToString("common/more types.json:1:17");
              assertThat(found.node().pointer()).isEqualTo("/a~1b/{c}");
            });
  }

  @Test
  void leadsToADocumentThatWasProvided() throws IOException {
    Node node = ref("a.yaml", "$ref: https://example.com/x.json#/a\n");
    var documents = new Documents(root);
    documents.provide(
        "https://example.com/x.json",
        documents.parse("x.json", "{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    assertThat(documents.follow(node)).isInstanceOf(Reference.Found.class);
  }

  @Nested
  class Failures {
    @Test
    void refusesToLeaveTheWorkspace() throws IOException {
      assertThat(problemOf("../../etc/passwd").rule()).isEqualTo("contract/reference-leaves-root");
      assertThat(problemOf("/../etc/passwd").rule()).isEqualTo("contract/reference-leaves-root");
      assertThat(problemOf("file:///../etc/passwd").rule())
          .isEqualTo("contract/reference-leaves-root");
      assertThat(problemOf("%2e%2e/%2e%2e/x").rule()).isEqualTo("contract/reference-leaves-root");
    }

    @Test
    void refusesALinkThatLeavesTheWorkspace(@TempDir Path elsewhere) throws IOException {
      Files.writeString(elsewhere.resolve("secret.yaml"), "a: 1\n");
      Files.createSymbolicLink(root.resolve("link"), elsewhere);

      assertThat(problemOf("../link/secret.yaml").rule())
          .isEqualTo("contract/reference-leaves-root");
    }

    @Test
    void refusesTheNetwork() throws IOException {
      Problem problem = problemOf("https://example.com/a.json");

      assertThat(problem.rule()).isEqualTo("contract/remote-reference");
      assertThat(problem.message()).contains("https://example.com/a.json", "never use the network");
      assertThat(problem.fix()).contains("save the document in the workspace");
    }

    @Test
    void saysWhatADanglingReferenceMayHaveMeant() throws IOException {
      assertThat(problemOf("#/order").fix()).isEqualTo("did you mean `#/orders`?");
      assertThat(problemOf("#/order").place()).hasToString("a/api.yaml:1:7");
      write("a/common.yml", "a: 1\n");
      assertThat(problemOf("common.yaml").fix()).isEqualTo("did you mean `common.yml`?");
      assertThat(problemOf("%zz").rule()).isEqualTo("contract/dangling-reference");
    }

    @Test
    void reportsACycle() throws IOException {
      assertThat(problemOf("#").rule()).isEqualTo("contract/reference-cycle");
    }
  }
}
