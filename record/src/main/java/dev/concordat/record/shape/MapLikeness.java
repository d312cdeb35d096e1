package dev.concordat.record.shape;

/// Whether objects are maps: their members' names are values, or there are many names of which each object has few.
final class MapLikeness {
  /// Fewer names are no sign of a map.
  private static final int LEAST_NAMES = 12;

  /// In a map the usual name stands in less than one of so many objects.
  private static final int RARITY = 3;

  private MapLikeness() {}

  static boolean isMap(Members members) {
    return members.isCrowded()
        || (members.named().isEmpty() && members.keyed() > 0)
        || hasManyRareNames(members);
  }

  private static boolean hasManyRareNames(Members members) {
    if (members.named().size() < LEAST_NAMES) {
      return false;
    }
    boolean areRare =
        members.named().values().stream()
            .allMatch(shape -> shape.seen() * RARITY <= members.count());
    Shape all = values(members);
    boolean areAlike =
        all.nulls() == 0
            && (all.numbers().count() == all.seen()
                || all.texts().count() == all.seen()
                || all.booleans() == all.seen()
                || all.isObject()
                || all.isArray());
    return areRare && areAlike;
  }

  static Shape values(Members members) {
    return members.named().values().stream().reduce(members.values(), Shape::merge);
  }
}
