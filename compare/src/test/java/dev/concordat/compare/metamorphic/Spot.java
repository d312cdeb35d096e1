package dev.concordat.compare.metamorphic;

/// Where in a description a schema stands.
///
/// @param keyword the keyword that holds it, or whose list or map it is in: `schema`, `items`, `properties`, `oneOf`; the
///     section `schemas` for a component
/// @param name its name where it is in a map
/// @param isTold whether it is an alternative that a discriminator tells from others by its name
public record Spot(String keyword, String name, boolean isTold) {
  /// Whether it is a component of its own, which others refer to.
  public boolean isComponent() {
    return keyword.equals("schemas");
  }
}
