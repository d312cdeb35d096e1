package dev.concordat.engine.flow;

/// A reference leads to nothing in this case: an earlier step did not see what the flow counts on.
public final class UnresolvedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reference reference;

  UnresolvedException(Reference reference) {
    super(reference + " is absent");
    this.reference = reference;
  }

  /// The reference that leads nowhere.
  public Reference reference() {
    return reference;
  }
}
