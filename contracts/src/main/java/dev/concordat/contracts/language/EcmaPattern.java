package dev.concordat.contracts.language;

import dev.concordat.contracts.pattern.Unrolled;

/// A regular expression of ECMA-262 (section 22.2, flag `u`), read.
///
/// @param isFromStart whether what it finds begins where the text does
/// @param isToEnd whether what it finds ends where the text does
/// @param hasAnchors whether there are anchors inside, or of one alternative only
record EcmaPattern(Term found, boolean isFromStart, boolean isToEnd, boolean hasAnchors) {
  static EcmaPattern of(String pattern) throws Undecided {
    if (!Unrolled.isSmall(pattern)) {
      throw new Undecided("counts in counts make more than " + Unrolled.MAX_PARTS + " parts");
    }
    boolean fromStart = pattern.startsWith("^");
    boolean toEnd = endsWithAnchor(pattern);
    String body = pattern.substring(fromStart ? 1 : 0, pattern.length() - (toEnd ? 1 : 0));
    if (fromStart || toEnd) {
      var inner = new EcmaReader(body);
      Term found = inner.whole();
      // `^a|b$` anchors one alternative each.
      if (!inner.hasAnchors() && !inner.hasAlternatives()) {
        return new EcmaPattern(found, fromStart, toEnd, false);
      }
    }
    var reader = new EcmaReader(pattern);
    Term found = reader.whole();
    return new EcmaPattern(found, false, false, reader.hasAnchors());
  }

  private static boolean endsWithAnchor(String pattern) {
    int slashes = 0;
    for (int i = pattern.length() - 2; i >= 0 && pattern.charAt(i) == '\\'; i--) {
      slashes++;
    }
    return pattern.length() > 1 && pattern.endsWith("$") && slashes % 2 == 0;
  }
}
