package dev.concordat.standin.wiremock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every operation of two clients for Node (npm `wiremock-rest-client` and `wiremock-captain`), against WireMock and against our
/// server. The property `wiremock.node` names the folder with the packages, `node_modules`. Clients that are not there are told
/// as a test that was not run.
@Tag("conformance")
@Tag("slow")
class NodeClientsTest {
  private static final Path MODULES = Path.of(System.getProperty("wiremock.node", "wiremock.node"));
  private static final long LIMIT_SECONDS = 60;

  /// What our server does otherwise, on purpose: it says more of what is not there or not supported, and refuses webhooks; what
  /// was not found has the nearest stub in its answer; distances are computed in another way.
  private static final List<String> OTHERWISE =
      List.of(
          "mappings.getMapping unknown",
          "requests.getRequest",
          "requests.getUnmatchedNearMisses",
          "requests.getNearMissesByRequest",
          "requests.getNearMissesByRequestPattern",
          "mappings.saveAllMappings",
          "captain.register webhook");

  @Test
  void bothGetTheSameFromUsAsFromWireMock(@TempDir Path folder) throws Exception {
    // Given
    assumeTrue(
        Files.isDirectory(MODULES.resolve("wiremock-rest-client"))
            && Files.isDirectory(MODULES.resolve("wiremock-captain")),
        () -> "no clients in " + MODULES + ": they are not run (npm fetches them)");
    Path script = folder.resolve("node-clients.js");
    try (InputStream text = NodeClientsTest.class.getResourceAsStream("node-clients.js")) {
      Files.write(script, text == null ? new byte[0] : text.readAllBytes());
    }
    Path files = folder.resolve("files");
    Files.createDirectories(files.resolve("mappings"));
    var recorded = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    var theirs =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .usingFilesUnderDirectory(files.toString()));
    recorded.start();
    theirs.start();
    recorded.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok("recorded")));

    // When
    List<String> wanted;
    List<String> got;
    try (Ours ours = Ours.open()) {
      wanted = run(script, theirs.baseUrl(), folder.resolve("theirs"), recorded.baseUrl());
      got = run(script, ours.url(), folder.resolve("ours"), recorded.baseUrl());
    } finally {
      theirs.stop();
      recorded.stop();
    }

    // Then
    assertThat(wanted).hasSizeGreaterThan(90);
    assertThat(got).isEqualTo(wanted);
  }

  private static List<String> run(Path script, String server, Path folder, String recorded)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder("node", script.toString(), server, folder.toString(), recorded)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("NODE_PATH", MODULES.toAbsolutePath().toString());
    Process process = builder.start();
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readString(out, StandardCharsets.UTF_8).split("\n", -1)) {
      if (OTHERWISE.stream().noneMatch(name -> line.startsWith(name + " "))) {
        lines.add(line);
      }
    }
    return lines;
  }
}
