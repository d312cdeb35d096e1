package dev.concordat.cli.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the JVM makes code for at run time: records of all kinds of component, and a choice by type.
final class Shapes implements Function<Object, List<Object>> {
  sealed interface Shape {}

  record Empty() implements Shape {}

  record Small(byte a, short b, char c, boolean d) implements Shape {}

  @SuppressWarnings("ArrayRecordComponent") // compared by being the same
  record Big(int a, long b, float c, double d, String e, int[] f) implements Shape {}

  /// A number for the type, and the hash of two shapes with whether they are equal.
  @Override
  public List<Object> apply(Object given) {
    var f = new int[] {1};
    List<Shape> all =
        List.of(
            new Empty(),
            new Small((byte) 1, (short) 2, 'c', true),
            new Small((byte) 1, (short) 2, 'c', false),
            new Big(1, 2L << 40, Float.NaN, -0.0, "e", f),
            new Big(1, 2L << 40, Float.NaN, 0.0, "e", f),
            new Big(1, 2L << 40, Float.NaN, -0.0, "e", f));
    var told = new ArrayList<Object>();
    told.add(kind(given));
    for (Shape one : all) {
      told.add(kind(one));
      told.add(one.equals(given));
      for (Shape other : all) {
        told.add(one.equals(other));
      }
      // That of the array is known to none but the JVM.
      told.add(one.hashCode() - (one instanceof Big ? System.identityHashCode(f) : 0));
    }
    return told;
  }

  private static int kind(Object given) {
    return switch (given) {
      case null -> 0;
      case Empty ignored -> 1;
      case Small(byte a, short ignoredB, char ignoredC, boolean d) when d -> 2 + a;
      case Small ignored -> 4;
      case Big(int a, long b, float ignoredC, double ignoredD, String ignoredE, int[] ignoredF) ->
          5 + a + (int) (b >> 41);
      case String text when text.isEmpty() -> 8;
      case CharSequence ignored -> 9;
      case Object[] ignored -> 10;
      default -> 11;
    };
  }
}
