package dev.concordat.fuzz;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.har.HarReader;
import dev.concordat.contracts.har.HarWriter;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.pact.writing.PactWriter;
import dev.concordat.contracts.pact.writing.WrittenPact;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.wiremock.WireMockWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes what was read, and reads that again: without loss it must mean the same.
final class Writing {
  private Writing() {}

  static void again(Contract contract, Workspace workspace, Path file) {
    switch (contract) {
      case PactContract pact -> pact(pact, workspace);
      case StubContract stubs -> stubs(stubs, workspace, file);
      default -> {
        // there is no writer
      }
    }
  }

  private static void pact(PactContract pact, Workspace workspace) {
    for (PactVersion version : PactVersion.values()) {
      PactWriter.write(pact, version).text();
    }
    WrittenPact written = PactWriter.write(pact);
    PactContract again = PactReader.read(parsed(workspace, written.text()));
    boolean isWhole = pact.problems().isEmpty() && written.problems().isEmpty();
    if (isWhole && !Meaning.of(again).equals(Meaning.of(pact))) {
      throw new AssertionError("written and read again, it is another pact: " + written.text());
    }
  }

  private static void stubs(StubContract stubs, Workspace workspace, Path file) {
    WireMockWriter.write(stubs.stubs());
    switch (stubs.kind()) {
      case HAR -> archive(workspace, file);
      default -> {
        // only archives have a writer of their own
      }
    }
  }

  private static void archive(Workspace workspace, Path file) {
    HarReader.Archive archive = HarReader.exchanges(read(workspace, file));
    String text = HarWriter.write(archive.exchanges(), "1");
    HarReader.Archive again = HarReader.exchanges(parsed(workspace, text));
    if (!again.exchanges().equals(archive.exchanges())) {
      throw new AssertionError("written and read again, there are other exchanges: " + text);
    }
  }

  private static Document read(Workspace workspace, Path file) {
    try {
      return new DocumentReader(workspace.root()).read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document parsed(Workspace workspace, String text) {
    return new DocumentReader(workspace.root())
        .parse("written", text.getBytes(StandardCharsets.UTF_8));
  }
}
