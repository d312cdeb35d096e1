package dev.concordat.cli.revision;

import java.util.Optional;
import java.util.regex.Pattern;

/// A path in a revision, as git writes it: `main:openapi.yaml`, `v1.2:api/`, `HEAD~3:./openapi.yaml`.
///
/// @param revision what comes before the colon
/// @param path from the root of the repository, or from the working folder where it begins with a dot; empty for everything
public record RevisionPath(String revision, String path) {
  /// `C:\api\openapi.yaml` and `C:/api/openapi.yaml` are files.
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*");

  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*://.*");

  /// The revision and path in a word of the command line; nothing where it names neither.
  public static Optional<RevisionPath> parse(String word) {
    int colon = word.indexOf(':');
    boolean isOther = DRIVE.matcher(word).matches() || ADDRESS.matcher(word).matches();
    return colon <= 0 || isOther
        ? Optional.empty()
        : Optional.of(new RevisionPath(word.substring(0, colon), word.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return revision + ":" + path;
  }
}
