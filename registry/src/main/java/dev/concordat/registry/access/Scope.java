package dev.concordat.registry.access;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a caller may do. Everybody who may do something may also read; `admin` may do everything.
public enum Scope {
  /// Nothing is proved: the question whether the server lives.
  NONE,
  /// Ask.
  READ,
  /// Publish contracts, versions, branches, tags and verifications.
  PUBLISH,
  /// Record what is deployed and released.
  DEPLOY,
  /// Everything else: environments, webhooks, tokens, removal.
  ADMIN;

  /// Whether somebody with these scopes may do what needs this one.
  boolean isCoveredBy(Collection<Scope> granted) {
    return switch (this) {
      case NONE -> true;
      case READ -> !granted.isEmpty();
      case PUBLISH, DEPLOY, ADMIN -> granted.contains(this) || granted.contains(ADMIN);
    };
  }

  /// As people and the database write it: `publish`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The scope of a word; `none` is not one that anybody can be given.
  public static Optional<Scope> of(String word) {
    return Stream.of(READ, PUBLISH, DEPLOY, ADMIN)
        .filter(scope -> scope.word().equals(word))
        .findFirst();
  }
}
