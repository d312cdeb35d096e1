package dev.concordat.registry.access;

import dev.concordat.registry.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Which scope each route needs. A route without a line is refused to everybody: whoever adds a route adds its line.
public final class ScopeTable {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  private final Map<String, Scope> scopes;

  private ScopeTable(Map<String, Scope> scopes) {
    this.scopes = Map.copyOf(scopes);
  }

  /// The table of this registry: `scopes.txt` beside this class, a line `scope METHOD,… /pattern` for each route.
  public static ScopeTable standard() {
    try (InputStream in = ScopeTable.class.getResourceAsStream("scopes.txt")) {
      if (in == null) {
        throw new IllegalStateException("scopes.txt is missing from the jar");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ScopeTable parse(String text) {
    Map<String, Scope> scopes = new TreeMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.split("\\s+", 3);
      Scope scope =
          words[0].equals(Scope.NONE.word())
              ? Scope.NONE
              : Scope.of(words[0])
                  .orElseThrow(() -> new IllegalArgumentException("no scope: " + line));
      for (String method : words[1].split(",", -1)) {
        if (scopes.putIfAbsent(method + " " + words[2], scope) != null) {
          throw new IllegalArgumentException("twice in the table: " + method + " " + words[2]);
        }
      }
    }
    return new ScopeTable(scopes);
  }

  /// What a route needs; empty where the table has no line for it. The names of parameters do not matter.
  public Optional<Scope> of(Route route) {
    String pattern = PARAMETER.matcher(route.pattern()).replaceAll("{}");
    return Optional.ofNullable(scopes.get(route.method() + " " + pattern));
  }
}
