package dev.concordat.cli.pact;

import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.pact.broker.BrokeredPact;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.report.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The pacts that a registry gave last, as files, so that a difference can name a line that somebody can look at.
final class KeptPacts {
  private final Path folder;
  private final Set<String> names = new HashSet<>();

  /// @param folder made when the first file is written
  KeptPacts(Path folder) {
    this.folder = folder;
  }

  /// Keeps one; what is said about it from then on names the file.
  Offered keep(BrokeredPact brokered) throws IOException {
    String pair = brokered.pact().consumer() + "-" + brokered.pact().provider();
    String name = pair.replaceAll("[^A-Za-z0-9._-]", "_");
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + "-" + i;
    }
    Path file = folder.resolve(unique + ".json");
    Files.createDirectories(folder);
    WholeFile.write(file, brokered.text());
    byte[] bytes = brokered.text().getBytes(StandardCharsets.UTF_8);
    var pact = PactReader.read(new DocumentReader(folder).parse(file.toString(), bytes));
    return new Offered(pact, Optional.of(brokered.withPact(pact)));
  }
}
