package dev.concordat.model.link;

/// The name of a link: `orders → payments`. Concordat's own calls come from {@link #CONCORDAT}.
public record LinkName(String consumer, String provider) {
  /// The consumer of cases and flow steps.
  public static final String CONCORDAT = "concordat";

  public boolean isOurs() {
    return consumer.equals(CONCORDAT);
  }

  @Override
  public String toString() {
    return consumer + " → " + provider;
  }
}
