package dev.concordat.compare.openapi;

import dev.concordat.compare.schema.Way;

/// How texts call the two contracts, and how they tell that they differ.
///
/// @param before `the old contract`, `the consumer`
/// @param after `the new contract`, `the provider`
/// @param isOverTime whether the one follows the other
record Roles(String before, String after, boolean isOverTime) {
  static final Roles OLD_AND_NEW = new Roles("the old contract", "the new contract", true);
  static final Roles CONSUMER_AND_PROVIDER = new Roles("the consumer", "the provider", false);

  String sender(Way way) {
    return way.sender(before, after);
  }

  String receiver(Way way) {
    return way.receiver(before, after);
  }

  /// `the tag 'a' was added`, `only the provider has the tag 'a'`.
  ///
  /// @param isAfters whether the second of the two has it
  String has(String noun, boolean isAfters) {
    if (isOverTime) {
      return noun + (isAfters ? " was added" : " was removed");
    }
    return "only " + (isAfters ? after : before) + " has " + noun;
  }

  /// `maximum was 10 and is 5`, `maximum is 10 for the consumer and 5 for the provider`.
  String changed(String noun, String old, String now) {
    return isOverTime
        ? noun + " was " + old + " and is " + now
        : noun + " is " + old + " for " + before + " and " + now + " for " + after;
  }

  /// `the body became required`, `the body is no longer required`, `the body is required for the provider only`.
  ///
  /// @param isAfters whether it is so for the second of the two
  String is(String noun, String what, boolean isAfters) {
    if (isOverTime) {
      return noun + (isAfters ? " became " : " is no longer ") + what;
    }
    return noun + " is " + what + " for " + (isAfters ? after : before) + " only";
  }
}
