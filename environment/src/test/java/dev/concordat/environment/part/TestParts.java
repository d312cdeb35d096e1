package dev.concordat.environment.part;

import java.nio.file.Path;

/// The parts that the build made.
public final class TestParts {
  private TestParts() {}

  public static Distribution distribution() {
    return new Distribution(Path.of(System.getProperty("concordat.parts", "parts/target")));
  }
}
