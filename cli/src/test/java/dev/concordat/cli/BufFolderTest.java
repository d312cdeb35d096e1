package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `concordat diff` of two folders of `.proto` files, of which the new one has a `buf.yaml`.
class BufFolderTest {
  private static final String HEAD = "syntax = \"proto3\";\npackage shop;\n";

  @TempDir private Path temporary;
  private ComparedWorkspace workspace;

  @BeforeEach
  void twoFolders() throws IOException {
    workspace = ComparedWorkspace.in(temporary);
    for (String side : new String[] {"old", "new"}) {
      String type = side.equals("old") ? "int32" : "bytes";
      workspace
          .with(
              side + "/proto/shop/order.proto",
              HEAD + "import \"shop/money.proto\";\nmessage Order { Money total = 1; }\n")
          .with(side + "/proto/shop/money.proto", HEAD + "message Money { " + type + " n = 1; }\n")
          .with(side + "/proto/test/test.proto", HEAD + "message Test { " + type + " n = 1; }\n");
    }
  }

  private void settings(String breaking) {
    for (String side : new String[] {"old", "new"}) {
      workspace.with(
          side + "/buf.yaml",
          "version: v2\nmodules: [{path: proto}]\nbreaking: " + breaking + "\n");
    }
  }

  @Test
  void whatItIgnoresIsLeftAloneAndTheRestIsToldWhereItStands() {
    // Given
    settings("{use: [FILE], ignore: [proto/test]}");

    // When
    var result = workspace.run("diff", "old", "new");

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("✗ 1 break: old → new\n")
        .contains("agree/protobuf-bytes-misread   type shop.Money   field 1 n")
        .contains("new/proto/shop/money.proto:3")
        .doesNotContain("shop.Test");
    assertThat(result.err())
        .contains("buf.yaml leaves alone: 1 change that none of the rules it uses speaks of");
  }

  @Test
  void whatNoRuleInUseSpeaksOfHolds() {
    // Given
    settings("{use: [RPC_NO_DELETE]}");

    // When
    var result = workspace.run("diff", "old", "new");

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("buf.yaml leaves alone: 2 changes");
  }

  @Test
  void onlyTheNewSidesSettingsCount() {
    // Given
    settings("{use: [FILE]}");
    workspace.with(
        "old/buf.yaml",
        "version: v2\nmodules: [{path: proto}]\nbreaking: {use: [RPC_NO_DELETE]}\n");

    // When
    var result = workspace.run("diff", "old", "new");

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).startsWith("✗ 2 breaks: old → new\n");
  }
}
