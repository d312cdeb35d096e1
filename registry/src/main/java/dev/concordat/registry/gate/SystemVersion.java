package dev.concordat.registry.gate;

/// One version of one system.
public record SystemVersion(String system, String version) {
  public SystemVersion {
    if (system.isBlank() || version.isBlank()) {
      throw new IllegalArgumentException("a system and a version have names");
    }
  }

  @Override
  public String toString() {
    return system + "@" + version;
  }
}
