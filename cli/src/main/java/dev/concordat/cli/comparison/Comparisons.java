package dev.concordat.cli.comparison;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.run.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Compares contracts and tells the result: the report on standard output, what is wrong with files on standard error.
public final class Comparisons {
  private final Console console;
  private final Installation installation;
  private final InputStream in;

  /// @param in standard input
  public Comparisons(Console console, Installation installation, InputStream in) {
    this.console = console;
    this.installation = installation;
    this.in = in;
  }

  /// How the result is told.
  ///
  /// @param form what standard output holds
  /// @param isAll whether text shows everything, safe changes included
  /// @param folder where a file of every form goes
  public record Telling(OutputForm form, boolean isAll, Optional<Path> folder) {
    /// Whether something of it holds the names that other tools have for a difference.
    public boolean showsNamesOfTools() {
      return folder.isPresent()
          || switch (form) {
            case json, sarif -> true;
            case text, markdown, github, junit -> false;
          };
    }
  }

  /// Does it; the verdict becomes the exit code.
  public Verdict run(ComparisonRequest request, Telling telling) {
    Optional<String> unwritable = telling.folder().flatMap(Comparisons::unwritable);
    if (unwritable.isPresent()) {
      console.say("concordat: --report: " + unwritable.get());
      return Verdict.BAD_INPUT;
    }
    try {
      Told told = compare(request);
      keep(told);
      new ComparisonTeller(console, installation, telling).tell(told);
      return told.report().verdict();
    } catch (IOException e) {
      console.say("concordat: the result cannot be kept or written: " + e.getMessage());
      return Verdict.NO_ENVIRONMENT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.INTERNAL_ERROR;
    }
  }

  /// That a witness cannot be kept is no reason not to show it.
  private void keep(Told told) {
    try {
      new ComparisonStore(installation.home())
          .save(told, installation.workingFolder().toAbsolutePath().normalize());
    } catch (IOException e) {
      console.say("concordat: nothing is kept for replay: " + e.getMessage());
    }
  }

  private Told compare(ComparisonRequest request) throws IOException, InterruptedException {
    var surroundings =
        new Surroundings(
            installation.workingFolder().toAbsolutePath().normalize(),
            in,
            request.policies().today());
    try (Phases phases = new Phases(console)) {
      return new Comparing(request, surroundings, phases).run();
    }
  }

  /// Known before anything is compared, since nobody wants to learn it afterwards.
  private static Optional<String> unwritable(Path folder) {
    try {
      Files.delete(Files.createTempFile(Files.createDirectories(folder), ".probe", ""));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "the folder " + folder + " cannot be written to: " + e.getClass().getSimpleName());
    }
  }
}
