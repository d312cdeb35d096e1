package dev.concordat.registry.store;

/// The database cannot be used. The message says why and what to do.
public final class StoreFailure extends Exception {
  private static final long serialVersionUID = 1L;

  StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /// The innermost reason in one line.
  static String reason(Throwable failure) {
    Throwable inner = failure;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    String said = inner.getMessage();
    return said == null ? inner.getClass().getSimpleName() : said.lines().findFirst().orElse("");
  }
}
