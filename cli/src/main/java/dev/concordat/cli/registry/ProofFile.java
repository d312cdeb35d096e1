package dev.concordat.cli.registry;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.publication.ProofKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The report of a proof, as a command wrote it with `--format json`, to be published with the version that it is about.
///
/// @param success whether the report's verdict is that everything holds
public record ProofFile(String kind, boolean success, JsonObject report) {
  /// Larger reports are refused.
  static final long MAX_BYTES = 16L << 20;

  /// A proof, or why there is none.
  public sealed interface Reading {
    /// It was read.
    record Proof(ProofFile file) implements Reading {}

    /// It cannot be published.
    ///
    /// @param message what is wrong and how to fix it
    record Refused(String message) implements Reading {}
  }

  /// Reads what the command line says.
  ///
  /// @param word `KIND=FILE`
  public static Reading read(Path folder, String word) {
    int at = word.indexOf('=');
    String kind = at < 0 ? word : word.substring(0, at);
    if (at < 0 || !ProofKinds.ALL.contains(kind)) {
      return new Reading.Refused(
          "--proof "
              + word
              + ": write KIND=FILE, where KIND is one of "
              + String.join(", ", ProofKinds.ALL)
              + " and FILE a report, as in conform=report.json.");
    }
    Path file = folder.resolve(word.substring(at + 1));
    try {
      if (Files.size(file) > MAX_BYTES) {
        return new Reading.Refused(file + " is larger than " + (MAX_BYTES >> 20) + " MiB.");
      }
      return of(kind, file, JsonParser.parse(Files.readAllBytes(file)).value());
    } catch (IOException _) {
      return new Reading.Refused("--proof " + word + ": there is no file " + file + ".");
    }
  }

  private static Reading of(String kind, Path file, Optional<JsonValue> value) {
    if (!(value.orElse(JsonObject.EMPTY) instanceof JsonObject report)) {
      return noReport(file);
    }
    return switch (report.member("verdict").orElse(JsonObject.EMPTY)) {
      case JsonString(String verdict) when verdict.equals("holds") ->
          new Reading.Proof(new ProofFile(kind, true, report));
      case JsonString(String verdict) when verdict.equals("findings") ->
          new Reading.Proof(new ProofFile(kind, false, report));
      case JsonString(String verdict) ->
          new Reading.Refused(
              file + " ended with '" + verdict + "', which proves nothing; run the command again.");
      default -> noReport(file);
    };
  }

  private static Reading noReport(Path file) {
    return new Reading.Refused(
        file + " is no report: it has no verdict. Write it with --format json.");
  }
}
