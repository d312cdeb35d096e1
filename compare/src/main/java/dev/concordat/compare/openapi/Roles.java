package dev.concordat.compare.openapi;

import dev.concordat.compare.schema.Way;

/// How texts call the two contracts.
///
/// @param before `the old contract`, `the consumer`
/// @param after `the new contract`, `the provider`
record Roles(String before, String after) {
  static final Roles OLD_AND_NEW = new Roles("the old contract", "the new contract");
  static final Roles CONSUMER_AND_PROVIDER = new Roles("the consumer", "the provider");

  String sender(Way way) {
    return way.sender(before, after);
  }

  String receiver(Way way) {
    return way.receiver(before, after);
  }
}
