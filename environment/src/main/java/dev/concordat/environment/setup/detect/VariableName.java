package dev.concordat.environment.setup.detect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of an environment variable says by convention.
record VariableName(String name) {
  private static final Pattern PROVIDER =
      Pattern.compile(
          "(.+?)(?:_SERVICE|_API|_CLIENT)?(?:_BASE)?_(?:URL|URI|HOST|ADDRESS|ENDPOINT|BASEURL)");
  private static final Pattern OWN_PORT =
      Pattern.compile("(?:HTTP_|SERVER_|APP_|LISTEN_|QUARKUS_HTTP_|SERVICE_)?PORT");
  private static final Pattern OWN_HOST =
      Pattern.compile("(?:HTTP_|SERVER_|APP_)?(?:HOST|BIND|BIND_ADDRESS|BIND_HOST|LISTEN_HOST)");
  private static final Pattern DATABASE =
      Pattern.compile(
          "(?:.*_)?(?:DATABASE|DB|POSTGRES|POSTGRESQL|PG|DATASOURCE|JDBC)_(?:JDBC_)?(?:URL|URI|DSN)");
  private static final Pattern KAFKA =
      Pattern.compile(
          "(?:.*_)?(?:KAFKA_)?(?:BOOTSTRAP|BOOTSTRAP_SERVERS|BROKERS)|KAFKA_(?:URL|HOST|SERVERS?)");
  private static final Pattern USER = Pattern.compile("(.*?)_?(?:USER|USERNAME)");
  private static final Pattern PASSWORD = Pattern.compile("(.*?)_?(?:PASSWORD|PASS|PASSWD)");
  private static final Pattern DATABASE_NAME =
      Pattern.compile("(.*?)_?(?:NAME|DATABASE|DBNAME|DB)");

  boolean isOwnPort() {
    return OWN_PORT.matcher(name).matches();
  }

  boolean isOwnHost() {
    return OWN_HOST.matcher(name).matches();
  }

  boolean isDatabaseUrl() {
    return DATABASE.matcher(name).matches();
  }

  boolean isKafka() {
    return KAFKA.matcher(name).matches();
  }

  boolean isHost() {
    return name.endsWith("HOST");
  }

  /// The variable for the port beside one for the host: `DB_PORT` for `DB_HOST`.
  String siblingPort() {
    return name.substring(0, name.length() - "HOST".length()) + "PORT";
  }

  Optional<String> userPrefix() {
    return group(USER);
  }

  Optional<String> passwordPrefix() {
    return group(PASSWORD);
  }

  Optional<String> databasePrefix() {
    return group(DATABASE_NAME);
  }

  /// What comes before the first part that says what kind of value it is: `ORDERS_DB` of `ORDERS_DB_URL`.
  String prefix() {
    return name.replaceFirst("_?(?:JDBC_)?(?:URL|URI|DSN|HOST|PORT)$", "");
  }

  /// The system that the name speaks of, as a plain word: `payments` for `PAYMENTS_SERVICE_URL`.
  Optional<String> provider() {
    return group(PROVIDER).map(text -> text.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private Optional<String> group(Pattern pattern) {
    Matcher matcher = pattern.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /// Whether the word and the system's name are the same but for dashes, a plural and words like `service`.
  static boolean isSame(String word, String system) {
    return plain(word).equals(plain(system));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "")
        .replaceFirst("(?:service|svc|api|app)$", "")
        .replaceFirst("s$", "");
  }
}
