package dev.concordat.conform.talk;

/// As whom a request is sent.
public sealed interface Identity {
  /// The first user, or nobody where no credentials are known.
  Identity FIRST = new User(0);

  /// A user whose credentials were given.
  ///
  /// @param number counts from 0
  record User(int number) implements Identity {}

  /// Without any credential.
  record Anonymous() implements Identity {}

  /// With credentials of the right form that nobody has.
  record Wrong() implements Identity {}

  /// With the request's own headers as they are: nothing is added or taken away.
  record AsWritten() implements Identity {}
}
