package dev.concordat.environment.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kinds of part that detection knows: by the images and addresses people use for them. A new kind is one line.
public enum PartKind {
  POSTGRES(
      5432,
      "(?:.*/)?(?:postgres|postgresql|postgis|timescaledb|pgvector)",
      "(?:jdbc:)?postgres(?:ql)?"),
  KAFKA(
      9092, "(?:.*/)?(?:kafka|kafka-native|cp-kafka|confluent-local|cp-server|redpanda)", "kafka");

  private static final Pattern VERSION = Pattern.compile("v?(\\d+(?:\\.\\d+)*).*");

  private final int usualPort;
  private final Pattern image;
  private final Pattern scheme;

  PartKind(int usualPort, String image, String scheme) {
    this.usualPort = usualPort;
    this.image = Pattern.compile(image);
    this.scheme = Pattern.compile(scheme);
  }

  /// The name in concordat.yaml: `postgres`, `kafka`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int usualPort() {
    return usualPort;
  }

  public boolean hasDatabases() {
    return this == POSTGRES;
  }

  public static Optional<PartKind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /// Of a container image such as `docker.io/bitnami/kafka:4.0`.
  public static Optional<PartKind> ofImage(String image) {
    String name = withoutTag(image);
    return Arrays.stream(values()).filter(kind -> kind.image.matcher(name).matches()).findFirst();
  }

  /// Of a URL's scheme such as `jdbc:postgresql`.
  public static Optional<PartKind> ofScheme(String scheme) {
    return Arrays.stream(values())
        .filter(kind -> kind.scheme.matcher(scheme).matches())
        .findFirst();
  }

  public static Optional<PartKind> ofPort(OptionalInt port) {
    return Arrays.stream(values())
        .filter(kind -> port.isPresent() && port.getAsInt() == kind.usualPort)
        .findFirst();
  }

  /// `16` of `postgres:16-alpine`; empty where the tag is no version. Redpanda's versions are its own, not Kafka's.
  public static String versionOfImage(String image) {
    if (withoutTag(image).endsWith("redpanda")) {
      return "";
    }
    Matcher version =
        VERSION.matcher(image.substring(withoutTag(image).length()).replaceFirst("^:", ""));
    return version.matches() ? version.group(1) : "";
  }

  private static String withoutTag(String image) {
    String name = image.replaceFirst("@sha256:.*$", "");
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
  }
}
