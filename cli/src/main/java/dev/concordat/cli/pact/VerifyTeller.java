package dev.concordat.cli.pact;

import dev.concordat.cli.console.Console;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.WholeFile;
import dev.concordat.report.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes what came of a verification: to standard output, and to the files that were asked for.
final class VerifyTeller {
  private final Console console;
  private final Path folder;
  private final VerifyRequest request;

  /// @param folder what the report's folder is seen from
  VerifyTeller(Console console, Path folder, VerifyRequest request) {
    this.console = console;
    this.folder = folder;
    this.request = request;
  }

  void tell(List<Verified> all) throws IOException {
    String json = JsonText.pretty(VerifyJson.of(all, request)) + "\n";
    String junit = VerifyJunit.of(all);
    console
        .out()
        .print(
            switch (request.form()) {
              case text -> new VerifyText(console.style(), request).render(all);
              case json -> json;
              case junit -> junit;
            });
    console.out().flush();
    if (request.report().isPresent()) {
      Path report = folder.resolve(request.report().get());
      Files.createDirectories(report);
      WholeFile.write(
          report.resolve("verify.txt"), new VerifyText(Style.PLAIN, request).render(all));
      WholeFile.write(report.resolve("verify.json"), json);
      WholeFile.write(report.resolve("junit.xml"), junit);
      console.say("concordat: wrote " + report);
    }
  }
}
