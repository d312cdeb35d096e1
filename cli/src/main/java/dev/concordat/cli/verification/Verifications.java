package dev.concordat.cli.verification;

import dev.concordat.cli.files.KeptFiles;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.WholeFile;
import dev.concordat.standin.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The verifications that are known here: those of this machine's runs, in Concordat's home folder, and those in files.
public final class Verifications {
  private static final String FOLDER = "verifications";
  private static final int KEPT = 500;
  private static final int MAX_BYTES = 1 << 20;

  private final KeptFiles files;

  /// @param home Concordat's home folder
  public Verifications(Path home) {
    this.files = new KeptFiles(home.resolve(FOLDER), KEPT, MAX_BYTES);
  }

  /// Keeps what a run says of its contract.
  ///
  /// @param copy a file that is written too, to be kept beside the contract
  /// @return whether it says anything
  public boolean keep(OpenApiContract contract, ConformReport report, Optional<Path> copy)
      throws IOException {
    Optional<VerificationRecord> verification = VerificationRecord.of(contract, report);
    if (verification.isEmpty()) {
      return false;
    }
    files.keep(VerificationText.of(verification.get()));
    if (copy.isPresent()) {
      WholeFile.write(copy.get(), JsonText.pretty(VerificationText.of(verification.get())) + "\n");
    }
    return true;
  }

  /// Keeps what a check of stubs against a running provider says of each file of them.
  ///
  /// @param provider the address
  /// @param time when it was checked
  public void keep(List<Contract> stubs, DriftReport report, String provider, Instant time)
      throws IOException {
    for (Contract contract : stubs) {
      Optional<VerificationRecord> verification =
          VerificationRecord.of(contract, report, provider, time);
      if (verification.isPresent()) {
        files.keep(VerificationText.of(verification.get()));
      }
    }
  }

  /// All that are known.
  ///
  /// @param more files, each with one record
  /// @throws IOException when a file is none, or cannot be read
  public Known known(List<Path> more) throws IOException {
    List<VerificationRecord> all = new ArrayList<>();
    for (Path file : files.newestFirst()) {
      files.read(file).flatMap(VerificationText::read).ifPresent(all::add);
    }
    for (Path file : more) {
      all.add(read(file));
    }
    all.sort(Comparator.comparing(VerificationRecord::time).reversed());
    return new Known(all);
  }

  private static VerificationRecord read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      throw new IOException("'" + file + "' is no record of a verification");
    }
    return JsonParser.parse(Files.readAllBytes(file))
        .value()
        .flatMap(value -> VerificationText.read(value))
        .orElseThrow(() -> new IOException("'" + file + "' is no record of a verification"));
  }

  /// Records, the newest first.
  public record Known(List<VerificationRecord> records) implements Verification.Source {
    public Known {
      records = List.copyOf(records);
    }

    @Override
    public boolean mayKnow(int operations) {
      return records.stream().anyMatch(each -> each.operations() == operations);
    }

    @Override
    public Verification of(String meaning) {
      return records.stream()
          .filter(each -> each.meaning().equals(meaning))
          .findFirst()
          .map(VerificationRecord::told)
          .orElse(new Verification.Never());
    }
  }
}
