package dev.concordat.environment.setup.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A value that points somewhere: `http://payments:8080/v1`, `jdbc:postgresql://db:5432/orders`, `kafka:9092,kafka2:9092`.
///
/// @param scheme `http`, `jdbc:postgresql`, …; empty for host:port lists
/// @param user from the user part of the URL or a `user=` parameter
public record Address(
    String value,
    String scheme,
    String host,
    OptionalInt port,
    Optional<String> path,
    Optional<String> user,
    Optional<String> password) {
  private static final Pattern URL =
      Pattern.compile(
          "((?:jdbc:)?[A-Za-z][A-Za-z0-9+.]*)://(?:([^/@:?#]*)(?::([^/@?#]*))?@)?"
              + "([A-Za-z0-9._-]+)(?::(\\d{1,5}))?((?:,[A-Za-z0-9._-]+(?::\\d{1,5})?)*)(/[^?#]*)?(.*)");
  private static final Pattern LIST =
      Pattern.compile("([A-Za-z0-9._-]+):(\\d{1,5})((?:,\\s*[A-Za-z0-9._-]+:\\d{1,5})*)");
  private static final Pattern USER = Pattern.compile("(?<=[?&]user=)[^&]*");
  private static final Pattern PASSWORD = Pattern.compile("(?<=[?&]password=)[^&]*");

  /// Empty where the value does not look like an address.
  public static Optional<Address> parse(String value) {
    Matcher url = URL.matcher(value);
    if (url.matches()) {
      return Optional.of(
          new Address(
              value,
              url.group(1),
              url.group(4),
              port(url.group(5)),
              Optional.ofNullable(url.group(7)),
              Optional.ofNullable(url.group(2)).or(() -> found(USER, url.group(8))),
              Optional.ofNullable(url.group(3)).or(() -> found(PASSWORD, url.group(8)))));
    }
    Matcher list = LIST.matcher(value);
    if (list.matches()) {
      return Optional.of(
          new Address(
              value,
              "",
              list.group(1),
              port(list.group(2)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    return Optional.empty();
  }

  private static OptionalInt port(String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  public boolean isLocal() {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("0.0.0.0");
  }

  public boolean isHttp() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /// The database in the path: `orders` of `jdbc:postgresql://db:5432/orders?ssl=false`.
  public Optional<String> database() {
    return path.map(text -> text.substring(1)).filter(text -> !text.isEmpty());
  }

  /// The value with `{host}` and `{port}` in place of the address; a list of several becomes one. The link speaks plain
  /// HTTP, so `https` becomes `http`.
  public String template() {
    Matcher url = URL.matcher(value);
    if (url.matches()) {
      String login =
          url.group(2) == null
              ? ""
              : url.group(2) + (url.group(3) == null ? "" : ":" + url.group(3)) + "@";
      String plain = scheme.equals("https") ? "http" : scheme;
      return plain + "://" + login + "{host}:{port}" + path.orElse("") + url.group(8);
    }
    return "{host}:{port}";
  }

  /// The template of a database's address, with `{database}`, `{user}` and `{password}` in their places too.
  public String databaseTemplate() {
    Matcher url = URL.matcher(value);
    if (!url.matches()) {
      return "{host}:{port}";
    }
    String login =
        url.group(2) == null ? "" : url.group(3) == null ? "{user}@" : "{user}:{password}@";
    String parameters =
        PASSWORD.matcher(USER.matcher(url.group(8)).replaceAll("{user}")).replaceAll("{password}");
    String name = database().isPresent() ? "/{database}" : path.orElse("");
    return scheme + "://" + login + "{host}:{port}" + name + parameters;
  }

  /// All hosts of the value, in order.
  public List<String> hosts() {
    var hosts = new ArrayList<String>();
    hosts.add(host);
    Matcher url = URL.matcher(value);
    Matcher list = LIST.matcher(value);
    String more = url.matches() ? url.group(6) : list.matches() ? list.group(3) : "";
    for (String one : more.split(",", -1)) {
      if (!one.isBlank()) {
        hosts.add(one.strip().replaceFirst(":\\d+$", ""));
      }
    }
    return hosts;
  }

  public boolean pointsTo(Predicate<String> isName) {
    return hosts().stream().anyMatch(isName);
  }
}
