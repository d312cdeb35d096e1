package dev.concordat.environment.setup;

/// The values that variables have by convention where nobody wrote one.
public final class DefaultTemplates {
  /// A system's base URL.
  public static final String SYSTEM = "http://{host}:{port}";

  private DefaultTemplates() {}

  /// The address of a part: a JDBC URL for Java, the usual URL for others.
  public static String of(PartKind kind, boolean isJava) {
    return switch (kind) {
      case KAFKA -> "{host}:{port}";
      case POSTGRES ->
          isJava
              ? "jdbc:postgresql://{host}:{port}/{database}?user={user}&password={password}"
              : "postgresql://{user}:{password}@{host}:{port}/{database}";
    };
  }
}
