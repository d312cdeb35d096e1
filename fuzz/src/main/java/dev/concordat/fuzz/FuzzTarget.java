package dev.concordat.fuzz;

/// What Jazzer calls: one input for the reader that its arguments name. An input that begins with byte 1 is not the
/// document itself but says how to assemble one of the format's own words, which gets past the parser more often.
public final class FuzzTarget {
  private static final byte ASSEMBLED = 1;
  private static Reading reading = new Reading("raw", Words.NONE);

  private FuzzTarget() {}

  /// Called once, before the first input.
  ///
  /// @param arguments the reader's name, and the folder that holds its seeds
  public static void fuzzerInitialize(String[] arguments) {
    reading = new Reading(arguments[0], Words.in(arguments[1]));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    boolean isAssembled = input.length > 0 && input[0] == ASSEMBLED;
    reading.take(isAssembled ? new Assembler(reading.words(), input).document() : input);
  }
}
