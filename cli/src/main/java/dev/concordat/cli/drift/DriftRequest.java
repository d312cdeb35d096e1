package dev.concordat.cli.drift;

import dev.concordat.model.exchange.Header;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `concordat drift` is asked to do.
///
/// @param stubs files, folders and patterns
/// @param against contracts, one address, recordings
/// @param readAs whether recordings on the left are stubs or traffic; absent where it follows from what they are held against
public record DriftRequest(
    List<String> stubs,
    List<String> against,
    Optional<ReadAs> readAs,
    Asking asking,
    Noise noise,
    Fixing fixing,
    Map<String, List<String>> values,
    boolean countsValues,
    boolean isStrict,
    LocalDate today,
    DriftForm form,
    boolean isAll,
    Optional<Path> folder) {
  /// What a recording on the left is.
  public enum ReadAs {
    mocks,
    traffic
  }

  /// How the provider is asked.
  ///
  /// @param perSecond at most so many requests; absent for what is polite
  public record Asking(
      boolean allowsWrites,
      Optional<Integer> perSecond,
      int times,
      Duration answerLimit,
      boolean isInsecure,
      List<Header> headers) {
    public Asking {
      headers = List.copyOf(headers);
    }
  }

  /// Where rules of noise are, and where learned ones go.
  ///
  /// @param owner who answers for learned rules; empty for nobody
  public record Noise(Optional<Path> known, Optional<Path> learned, String owner) {}

  /// Whether and where corrected stubs are written.
  public record Fixing(boolean isInPlace, Optional<Path> into) {
    public boolean isWanted() {
      return isInPlace || into.isPresent();
    }
  }
}
