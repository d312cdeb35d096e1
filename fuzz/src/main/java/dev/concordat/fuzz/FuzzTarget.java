package dev.concordat.fuzz;

import java.nio.file.Path;

/// What Jazzer calls: one input for the reader that its arguments name. An input that begins with byte 1 is not the
/// document itself but says how to assemble one of the format's own words, which gets past the parser more often;
/// formats that are not JSON have none to assemble.
public final class FuzzTarget {
  private static final byte ASSEMBLED = 1;
  private static Target target = new ContractTarget("input");
  private static Words words = Words.NONE;

  private FuzzTarget() {}

  /// Called once, before the first input.
  ///
  /// @param arguments the reader's name, and the folder that holds its seeds
  public static void fuzzerInitialize(String[] arguments) {
    target = Target.named(arguments[0]);
    Path seeds = Path.of(arguments[1]);
    words = Words.in(seeds);
    // Loading classes is slow here and must not count as the time of the first input.
    Workspace.filesIn(seeds).forEach(target::take);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    boolean isAssembled = input.length > 0 && input[0] == ASSEMBLED && !words.equals(Words.NONE);
    target.take(isAssembled ? new Assembler(words, input).document() : input);
  }
}
