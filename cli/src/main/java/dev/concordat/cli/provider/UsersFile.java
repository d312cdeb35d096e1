package dev.concordat.cli.provider;

import dev.concordat.conform.access.Login;
import dev.concordat.conform.access.TokenGrant;
import dev.concordat.conform.access.UserCredentials;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file of `--users`: a list `users`, each with any of `name`, `headers`, `secrets`, `basic`, `bearer`, `login`, `grant`,
/// `expired`. `${NAME}` is the environment's variable, so that the file holds no secrets.
public final class UsersFile {
  private static final Set<String> MEMBERS =
      Set.of("name", "headers", "secrets", "basic", "bearer", "login", "grant", "expired");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final Map<String, String> variables;

  /// @param variables the environment
  public UsersFile(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /// The users of a file.
  ///
  /// @throws IllegalArgumentException when the file is no such list, with what is wrong
  public List<UserCredentials> read(JsonValue file) {
    JsonValue list = file instanceof JsonObject object ? member(object, "users") : JsonNull.NULL;
    if (!(list instanceof JsonArray array)) {
      throw new IllegalArgumentException("--users: the file has no list `users`");
    }
    List<UserCredentials> users = new ArrayList<>();
    for (JsonValue each : array.items()) {
      if (!(each instanceof JsonObject object)) {
        throw new IllegalArgumentException("--users: a user is no object: " + each.type());
      }
      users.add(user(object, users.size()));
    }
    return users;
  }

  private UserCredentials user(JsonObject object, int number) {
    for (String name : object.members().keySet()) {
      if (!MEMBERS.contains(name)) {
        throw new IllegalArgumentException(
            "--users: a user has no `"
                + name
                + "`; there are "
                + MEMBERS.stream().sorted().toList());
      }
    }
    String name = text(object, "name").orElse("user " + (number + 1));
    List<Header> headers = new ArrayList<>();
    texts(object, "headers").forEach((key, value) -> headers.add(new Header(key, value)));
    UserCredentials user =
        UserCredentials.named(name).withHeaders(headers).withSecrets(texts(object, "secrets"));
    Optional<String> bearer = text(object, "bearer");
    if (bearer.isPresent()) {
      user = user.withBearer(bearer.get());
    }
    Optional<String> expired = text(object, "expired");
    if (expired.isPresent()) {
      user = user.withExpired(expired.get());
    }
    if (member(object, "basic") instanceof JsonObject basic) {
      user =
          user.withBasic(
              new UserCredentials.Basic(
                  text(basic, "user").orElse(""), text(basic, "password").orElse("")));
    }
    if (member(object, "login") instanceof JsonObject login) {
      user = user.withLogin(login(login));
    }
    return member(object, "grant") instanceof JsonObject grant
        ? user.withGrant(grant(grant))
        : user;
  }

  private Login login(JsonObject login) {
    List<Header> headers = new ArrayList<>();
    texts(login, "headers").forEach((key, value) -> headers.add(new Header(key, value)));
    JsonValue body = member(login, "body");
    return new Login(
        text(login, "method").orElse("POST"),
        text(login, "url").orElse("/login"),
        headers,
        body instanceof JsonString(String written)
            ? filled(written)
            : body instanceof JsonNull ? "" : filled(JsonText.compact(body)),
        text(login, "token").orElse("/access_token"));
  }

  private TokenGrant grant(JsonObject grant) {
    List<String> scopes = new ArrayList<>();
    if (member(grant, "scopes") instanceof JsonArray array) {
      array.items().forEach(scope -> scopes.add(plain(scope)));
    }
    return new TokenGrant(
        text(grant, "tokenUrl").orElse(""),
        text(grant, "clientId").orElse(""),
        text(grant, "clientSecret").orElse(""),
        text(grant, "user").orElse(""),
        text(grant, "password").orElse(""),
        scopes);
  }

  private static JsonValue member(JsonObject object, String name) {
    return object.members().getOrDefault(name, JsonNull.NULL);
  }

  private Optional<String> text(JsonObject object, String name) {
    JsonValue value = member(object, name);
    return value instanceof JsonNull ? Optional.empty() : Optional.of(plain(value));
  }

  private Map<String, String> texts(JsonObject object, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (member(object, name) instanceof JsonObject members) {
      members.members().forEach((key, value) -> texts.put(key, plain(value)));
    }
    return texts;
  }

  private String plain(JsonValue value) {
    return filled(value instanceof JsonString(String written) ? written : JsonText.compact(value));
  }

  private String filled(String written) {
    return VARIABLE
        .matcher(written)
        .replaceAll(
            match -> {
              String value = variables.get(match.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    "--users: there is no variable " + match.group(1) + " in the environment");
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
