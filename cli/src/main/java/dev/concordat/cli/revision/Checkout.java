package dev.concordat.cli.revision;

import dev.concordat.contracts.temporary.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;

/// Files of a revision in a temporary folder, which goes when this is closed.
public final class Checkout implements AutoCloseable {
  private final TemporaryFolder folder;
  private final Path asked;
  private final String commit;

  Checkout(TemporaryFolder folder, Path asked, String commit) {
    this.folder = folder;
    this.asked = asked;
    this.commit = commit;
  }

  /// The commit that the revision stood for.
  public String commit() {
    return commit;
  }

  /// The root of the repository in this copy; it holds the files asked for and all they refer to.
  public Path root() {
    return folder.path();
  }

  /// The file or folder that was asked for.
  public Path asked() {
    return asked;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
