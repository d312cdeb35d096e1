package dev.concordat.compare.need;

/// How far an example with its matchers is taken at its word.
///
/// @param isOpen whether objects may have members that are not expected: yes for readers, no for senders
/// @param byType whether values without a matcher stand for their type, because the provider's data decides about them
/// @param keepsItems whether a list that has items in the example has items always: an answer whose list stays empty for
///     ever is not the one that was needed
/// @param hasRules whether matchers count; without them the example stands for itself
public record Shape(boolean isOpen, boolean byType, boolean keepsItems, boolean hasRules) {
  /// What a sender may send.
  public static final Shape SENT = new Shape(false, false, false, true);

  /// What a reader must be able to get at least once.
  public static final Shape POSSIBLE = new Shape(true, false, true, true);

  /// What a reader can take, whatever the provider's data are.
  public static final Shape READ = new Shape(true, true, false, true);

  /// The example itself, in answers that may have more members.
  public static final Shape EXAMPLE = new Shape(true, false, true, false);
}
