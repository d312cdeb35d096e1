package dev.concordat.registry.notify;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// How a team is told.
///
/// @param team whose incidents go here; empty for those of everybody
/// @param url where it goes: an address of HTTP, or of e-mail (`mailto:team@example.org`)
/// @param secret by which messages are signed, or the token for commits; never shown
/// @param commits whose commits are marked; empty for all other kinds
record Channel(
    long id,
    String uuid,
    Optional<String> team,
    Kind kind,
    String url,
    Optional<String> secret,
    Optional<Commits> commits,
    Instant createdAt) {
  /// The commits of a system.
  ///
  /// @param repository `owner/name`
  record Commits(String system, String repository) {}

  /// What is on the other end.
  enum Kind {
    /// Takes `{"text": …}`, as Slack's incoming webhooks and those of others do.
    SLACK("slack"),
    /// Takes events in the structured mode of CloudEvents 1.0, signed.
    CLOUDEVENTS("cloudevents"),
    /// Takes e-mail.
    EMAIL("email"),
    /// Takes statuses of commits, as GitHub's REST API does.
    GITHUB("github");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
  }

  @Override
  public String toString() {
    return kind.word() + " " + uuid;
  }
}
