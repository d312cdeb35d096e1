package dev.concordat.registry.notify;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.mail.MailAddress;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// A channel as somebody asks for it.
record ChannelDraft(
    Optional<String> team,
    Channel.Kind kind,
    String url,
    Optional<String> secret,
    Optional<Channel.Commits> commits) {
  private static final String GITHUB = "https://api.github.com";

  /// Names of owners and repositories (GitHub's rules), so that nothing else gets into the path.
  private static final Pattern REPOSITORY =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,38}/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

  /// It cannot be read; the message is for the client.
  static final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;

    Unclear(String message) {
      super(message);
    }
  }

  static ChannelDraft read(JsonObject json) throws Unclear {
    Channel.Kind kind =
        text(json, "kind")
            .flatMap(Channel.Kind::of)
            .orElseThrow(
                () -> new Unclear("kind: a channel is slack, cloudevents, email or github"));
    return new ChannelDraft(
        text(json, "team"),
        kind,
        switch (kind) {
          case SLACK, CLOUDEVENTS ->
              text(json, "url")
                  .filter(ChannelDraft::isAddress)
                  .orElseThrow(() -> new Unclear("url: this kind has a url of HTTP"));
          case EMAIL ->
              text(json, "to")
                  .filter(MailAddress::isOne)
                  .map(to -> Message.MAILTO + to)
                  .orElseThrow(
                      () -> new Unclear("to: this kind has one address, like team@example.org"));
          case GITHUB -> {
            String url = text(json, "url").orElse(GITHUB);
            if (!isAddress(url)) {
              throw new Unclear("url: the address of GitHub's API is no url of HTTP");
            }
            yield url.replaceFirst("/+$", "");
          }
        },
        text(json, "secret"),
        kind == Channel.Kind.GITHUB ? Optional.of(commits(json)) : Optional.empty());
  }

  private static Channel.Commits commits(JsonObject json) throws Unclear {
    if (text(json, "secret").isEmpty()) {
      throw new Unclear("secret: GitHub asks for a token that may write statuses of commits");
    }
    return new Channel.Commits(
        text(json, "system")
            .orElseThrow(() -> new Unclear("system: whose versions are commits of the repository")),
        text(json, "repository")
            .filter(name -> REPOSITORY.matcher(name).matches())
            .orElseThrow(() -> new Unclear("repository: write it like owner/name")));
  }

  private static boolean isAddress(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// A member that is a text with something in it.
  static Optional<String> text(JsonObject json, String name) {
    return json.member(name)
        .flatMap(
            it ->
                it instanceof JsonString(String text) && !text.isBlank()
                    ? Optional.of(text)
                    : Optional.empty());
  }
}
