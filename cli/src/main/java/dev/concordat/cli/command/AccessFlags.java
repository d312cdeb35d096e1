package dev.concordat.cli.command;

import dev.concordat.cli.provider.InputFile;
import dev.concordat.cli.provider.UsersFile;
import dev.concordat.cli.run.Installation;
import dev.concordat.conform.access.Login;
import dev.concordat.conform.access.TokenGrant;
import dev.concordat.conform.access.UserCredentials;
import dev.concordat.model.exchange.Header;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options that say as whom a provider is called.
final class AccessFlags {
  private AccessFlags() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(Specs.texts("--header", "'NAME: VALUE'", "A header of every request."));
    spec.addOption(text("--bearer", "TOKEN", "A token for what the contract protects."));
    spec.addOption(text("--basic", "USER:PASSWORD", "For HTTP's Basic scheme."));
    spec.addOption(
        Specs.texts(
            "--secret",
            "SCHEME=VALUE",
            "The secret of a security scheme that the contract names."));
    spec.addOption(
        text("--login", "'POST /login'", "A call that answers with a token, again after a 401."));
    spec.addOption(text("--login-body", "TEXT", "What the login is sent: JSON."));
    spec.addOption(
        text("--login-token", "POINTER", "Where the token stands in its answer: /access_token."));
    spec.addOption(
        text("--client", "ID:SECRET", "An OAuth 2 client: gets a token with its credentials."));
    spec.addOption(
        text("--grant-user", "USER:PASSWORD", "With --client: the password grant for this user."));
    spec.addOption(
        text("--token-url", "URL", "With --client: instead of the one that the contract names."));
    spec.addOption(text("--expired", "TOKEN", "A token that is not valid any more."));
    spec.addOption(
        Specs.texts(
            "--user",
            "KIND:VALUE",
            "One more user, to try what only others may do: bearer:TOKEN, basic:USER:PASSWORD,"
                + " secret:SCHEME=VALUE, 'header:NAME: VALUE'."));
    spec.addOption(
        Specs.option(
            "--users", "FILE", Path.class, "All users, with $${NAME} from the environment."));
  }

  private static OptionSpec text(String name, String label, String description) {
    return Specs.option(name, label, String.class, description);
  }

  /// @throws IllegalArgumentException when an option cannot be read
  static List<UserCredentials> users(ParseResult given, Installation installation) {
    List<UserCredentials> users = new ArrayList<>();
    if (given.hasMatchedOption("--users")) {
      Path file = given.matchedOptionValue("--users", Path.of(""));
      users.addAll(
          new UsersFile(installation.variables())
              .read(InputFile.read("--users", installation.workingFolder(), file)));
    }
    UserCredentials first = first(given);
    if (!first.equals(UserCredentials.named(first.name()))) {
      users.addFirst(first);
    }
    for (String each : given.matchedOptionValue("--user", List.<String>of())) {
      users.add(more(each, users.size()));
    }
    return users;
  }

  private static UserCredentials first(ParseResult given) {
    UserCredentials user = UserCredentials.named("user 1");
    List<Header> headers = new ArrayList<>();
    for (String each : given.matchedOptionValue("--header", List.<String>of())) {
      headers.add(header(each));
    }
    user = user.withHeaders(headers);
    Map<String, String> secrets = new LinkedHashMap<>();
    for (String each : given.matchedOptionValue("--secret", List.<String>of())) {
      Pair pair = Pair.of("--secret", each, '=');
      secrets.put(pair.left(), pair.right());
    }
    user = user.withSecrets(secrets);
    if (given.hasMatchedOption("--bearer")) {
      user = user.withBearer(given.matchedOptionValue("--bearer", ""));
    }
    if (given.hasMatchedOption("--basic")) {
      user = user.withBasic(basic("--basic", given.matchedOptionValue("--basic", "")));
    }
    if (given.hasMatchedOption("--expired")) {
      user = user.withExpired(given.matchedOptionValue("--expired", ""));
    }
    if (given.hasMatchedOption("--login")) {
      user = user.withLogin(login(given));
    }
    return given.hasMatchedOption("--client") ? user.withGrant(grant(given)) : user;
  }

  /// What one request bears: `--header`, `--bearer`, `--basic`.
  ///
  /// @throws IllegalArgumentException when an option cannot be read
  static List<Header> headers(ParseResult given) {
    UserCredentials user = first(given);
    List<Header> headers = new ArrayList<>(user.headers());
    user.bearer().ifPresent(token -> headers.add(new Header("Authorization", "Bearer " + token)));
    user.basic()
        .map(basic -> (basic.user() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8))
        .map(bytes -> Base64.getEncoder().encodeToString(bytes))
        .ifPresent(text -> headers.add(new Header("Authorization", "Basic " + text)));
    return headers;
  }

  private static Login login(ParseResult given) {
    String call = given.matchedOptionValue("--login", "");
    int space = call.indexOf(' ');
    return new Login(
        space < 0 ? "POST" : call.substring(0, space),
        call.substring(space + 1).strip(),
        List.of(),
        given.matchedOptionValue("--login-body", ""),
        given.matchedOptionValue("--login-token", "/access_token"));
  }

  private static TokenGrant grant(ParseResult given) {
    Pair client = Pair.of("--client", given.matchedOptionValue("--client", ""), ':');
    String user = given.matchedOptionValue("--grant-user", "");
    Pair pair = user.isEmpty() ? new Pair("", "") : Pair.of("--grant-user", user, ':');
    return new TokenGrant(
        given.matchedOptionValue("--token-url", ""),
        client.left(),
        client.right(),
        pair.left(),
        pair.right(),
        List.of());
  }

  private static UserCredentials more(String text, int number) {
    Pair pair = Pair.of("--user", text, ':');
    UserCredentials user = UserCredentials.named("user " + (number + 1));
    return switch (pair.left()) {
      case "bearer" -> user.withBearer(pair.right());
      case "basic" -> user.withBasic(basic("--user", pair.right()));
      case "header" -> user.withHeaders(List.of(header(pair.right())));
      case "secret" -> {
        Pair secret = Pair.of("--user", pair.right(), '=');
        yield user.withSecrets(Map.of(secret.left(), secret.right()));
      }
      default ->
          throw new IllegalArgumentException(
              "--user: '" + pair.left() + "' is none of bearer, basic, secret and header");
    };
  }

  private static UserCredentials.Basic basic(String option, String text) {
    Pair pair = Pair.of(option, text, ':');
    return new UserCredentials.Basic(pair.left(), pair.right());
  }

  private static Header header(String text) {
    Pair pair = Pair.of("--header", text, ':');
    return new Header(pair.left().strip(), pair.right().strip());
  }

  private record Pair(String left, String right) {
    static Pair of(String option, String text, char between) {
      int at = text.indexOf(between);
      if (at <= 0) {
        // Not the text itself: it may be a secret.
        throw new IllegalArgumentException(option + ": there is no '" + between + "' in its value");
      }
      return new Pair(text.substring(0, at), text.substring(at + 1));
    }
  }
}
