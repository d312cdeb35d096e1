package dev.concordat.contracts.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlaysTest {
  private static final String BASE =
      """
      openapi: 3.1.0
      info: {title: Orders, version: '1'}
      tags: [{name: old}]
      paths:
        /orders:
          get:
            operationId: listOrders
            parameters:
              - {name: filter, in: query, schema: {type: string}}
            responses: {'200': {description: ok}}
          delete:
            x-internal: true
            responses: {'204': {description: gone}}
      """;

  @TempDir Path root;

  private OverlayContract overlay(String actions) throws IOException {
    Files.writeString(root.resolve("openapi.yaml"), BASE);
    Files.writeString(
        root.resolve("changes.overlay.yaml"),
        """
        overlay: 1.1.0
        info: {title: Changes, version: '2'}
        extends: openapi.yaml
        actions:
        """
            + actions);
    return (OverlayContract) new ContractReader(root).read(Path.of("changes.overlay.yaml"));
  }

  private Document applied(String actions) throws IOException {
    OverlayContract overlay = overlay(actions);
    assertThat(overlay.problems()).isEmpty();
    return overlay.result().orElseThrow();
  }

  @Test
  void anOverlayIsAContractOfItsOwn() throws IOException {
    // When
    OverlayContract overlay = overlay("  - {target: $.info, update: {title: New}}\n");

    // Then
    assertThat(overlay.kind()).isEqualTo(ContractKind.OVERLAY);
    assertThat(overlay.title()).isEqualTo("Changes");
    assertThat(overlay.actions()).hasSize(1);
  }

  @Test
  void whatIsAddedKeepsItsPlaceInTheOverlay() throws IOException {
    // Given
    OverlayContract overlay =
        overlay(
            """
              - target: $.paths['/orders'].get.parameters
                update:
                  - {name: limit, in: query, schema: {$ref: '#/components/schemas/Limit'}}
              - target: $
                update:
                  components: {schemas: {Limit: {type: integer, maximum: 9}}}
            """);

    // When
    var contract = (OpenApiContract) new ContractReader(root).overlaid(overlay).orElseThrow();

    // Then
    assertThat(contract.problems()).isEmpty();
    List<Parameter> parameters = contract.operation("listOrders").orElseThrow().parameters();
    assertThat(parameters).extracting(Parameter::name).containsExactly("filter", "limit");
    assertThat(parameters.getFirst().place().shortForm()).isEqualTo("openapi.yaml:9");
    assertThat(parameters.getLast().place().shortForm()).isEqualTo("changes.overlay.yaml:7");
    assertThat(parameters.getLast().place().pointer())
        .isEqualTo("/paths/~1orders/get/parameters/1");
    assertThat(parameters.getLast().sourceLine()).contains("name: limit");
    assertThat(parameters.getLast().schema().orElseThrow().view().maximum()).isPresent();
  }

  @Test
  void objectsAreMergedListsGrowAndValuesAreReplaced() throws IOException {
    // When
    Document document =
        applied(
            """
              - target: $
                update: {info: {title: New, x-team: shop}, tags: [{name: new}]}
              - target: $.info.version
                update: '3'
            """);

    // Then
    assertThat(document.at("/info").orElseThrow().toString())
        .isEqualTo("{\"title\":\"New\",\"version\":\"3\",\"x-team\":\"shop\"}");
    assertThat(document.at("/tags").orElseThrow().toString())
        .isEqualTo("[{\"name\":\"old\"},{\"name\":\"new\"}]");
    assertThat(document.at("/info/title").map(Node::place).orElseThrow().shortForm())
        .isEqualTo("changes.overlay.yaml:6");
    assertThat(document.at("/paths").map(Node::place).orElseThrow().shortForm())
        .isEqualTo("openapi.yaml:5");
  }

  @Test
  void nodesAreRemovedAndMoved() throws IOException {
    // When
    Document document =
        applied(
            """
              - {target: '$.paths[*][?@["x-internal"] == true]', remove: true}
              - {target: $.paths, update: {/all-orders: {}}}
              - {target: "$.paths['/all-orders']", copy: "$.paths['/orders']"}
              - {target: "$.paths['/orders']", remove: true}
            """);

    // Then
    assertThat(document.at("/paths/~1orders")).isEmpty();
    assertThat(document.at("/paths/~1all-orders/delete")).isEmpty();
    assertThat(document.at("/paths/~1all-orders/get/operationId").orElseThrow().toString())
        .isEqualTo("\"listOrders\"");
  }

  @Test
  void theExtendedDocumentItselfStaysAsItIs() throws IOException {
    // Given
    overlay("  - {target: $.paths, remove: true}\n");
    var reader = new ContractReader(root);

    // When
    reader.read(Path.of("changes.overlay.yaml"));

    // Then
    assertThat(((OpenApiContract) reader.read(Path.of("openapi.yaml"))).operations()).hasSize(2);
  }

  @Nested
  class Failures {
    @Test
    void actionsThatCannotBeDoneAreToldAndTheRestIsDone() throws IOException {
      // When
      OverlayContract overlay =
          overlay(
              """
                - {target: $.paths.nowhere, update: {a: 1}}
                - {target: '$.paths[', update: {a: 1}}
                - {update: {a: 1}}
                - {target: $.info}
                - {target: $.info, copy: $.paths.*.*}
                - {target: $.info, update: [1]}
                - {target: $.info, update: {title: {a: 1}, x-good: 1}}
                - 5
              """);

      // Then
      assertThat(overlay.problems())
          .extracting(Problem::rule)
          .containsExactlyInAnyOrder(
              "contract/overlay-matches-nothing",
              "contract/bad-json-path",
              "contract/bad-overlay-action",
              "contract/bad-overlay-action",
              "contract/bad-overlay-action",
              "contract/overlay-incompatible",
              "contract/overlay-incompatible",
              "contract/not-an-object");
      assertThat(overlay.result().orElseThrow().at("/info/x-good")).isPresent();
    }

    @Test
    void anOverlayThatMultipliesItselfIsStopped() throws IOException {
      // When
      OverlayContract overlay =
          overlay(
              "  - {target: '$..*', update: {a: {b: {}}}}\n  - {target: $.paths, copy: $}\n"
                  .repeat(40));

      // Then
      assertThat(overlay.problems()).extracting(Problem::rule).contains("contract/overlay-too-big");
    }
  }
}
