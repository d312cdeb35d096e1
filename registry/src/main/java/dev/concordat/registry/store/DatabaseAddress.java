package dev.concordat.registry.store;

/// Where the database of a registry is.
///
/// @param url of JDBC, `jdbc:postgresql://host:port/name`
/// @param user who may create tables
/// @param password empty where none is asked for; never shown
/// @param connections at most this many at a time
public record DatabaseAddress(String url, String user, String password, int connections) {
  /// As many as a server on two processors makes use of.
  public static final int CONNECTIONS = 16;

  /// With the usual number of connections.
  public DatabaseAddress(String url, String user, String password) {
    this(url, user, password, CONNECTIONS);
  }

  /// The address without what follows a question mark, where passwords may be.
  public String shown() {
    int end = url.indexOf('?');
    return end < 0 ? url : url.substring(0, end);
  }

  @Override
  public String toString() {
    return shown() + " as " + user;
  }
}
