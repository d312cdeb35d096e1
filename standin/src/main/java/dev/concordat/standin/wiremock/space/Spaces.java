package dev.concordat.standin.wiremock.space;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.standin.wiremock.response.StubFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The spaces of all tests of a server. A request says which it is for by the header `Concordat-Test`, or by a path that
/// begins with `/__test/NAME`; others are for the space of all tests. Thread-safe.
public final class Spaces {
  /// How many tests may have a space at once.
  public static final int MAX_SPACES = 1_000;

  /// The header that names the test.
  public static final String HEADER = "Concordat-Test";

  private static final Pattern PATH =
      Pattern.compile("/__test/([A-Za-z0-9._-]{1,100})(/.*|\\?.*)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final String PREFIX = "/__test/";

  private final Map<String, Space> byName = new ConcurrentHashMap<>();
  private final Space shared;

  public Spaces(SpaceSettings settings, StubFiles files) {
    this.shared = new Space("", Optional.empty(), settings, files);
  }

  /// The one of all tests.
  public Space shared() {
    return shared;
  }

  /// Whom a request is for.
  public sealed interface Addressed {
    /// It belongs to one test.
    ///
    /// @param request without what names the test
    record To(Space space, HttpRequestMessage request) implements Addressed {}

    /// To nobody, and why.
    record Nobody(String reason) implements Addressed {}
  }

  public Addressed of(HttpRequestMessage request) {
    if (request.target().startsWith(PREFIX)) {
      Matcher matcher = PATH.matcher(request.target());
      if (!matcher.matches()) {
        return new Addressed.Nobody(
            "a test is named /__test/NAME with letters, digits, '.', '_' and '-'");
      }
      String rest = matcher.group(2) == null ? "/" : matcher.group(2);
      var stripped =
          new HttpRequestMessage(
              request.method(),
              rest.startsWith("?") ? "/" + rest : rest,
              request.headers(),
              request.body());
      return to(matcher.group(1), stripped);
    }
    Optional<String> named = Headers.first(request.headers(), HEADER);
    if (named.isEmpty()) {
      return new Addressed.To(shared, request);
    }
    if (!NAME.matcher(named.get()).matches()) {
      return new Addressed.Nobody(
          HEADER + " is 1 to 100 letters, digits, '.', '_' and '-', not '" + named.get() + "'");
    }
    List<Header> headers =
        request.headers().stream().filter(one -> !one.name().equalsIgnoreCase(HEADER)).toList();
    return to(
        named.get(),
        new HttpRequestMessage(request.method(), request.target(), headers, request.body()));
  }

  private Addressed to(String name, HttpRequestMessage request) {
    Space known = byName.get(name);
    if (known == null && byName.size() >= MAX_SPACES) {
      return new Addressed.Nobody(
          "there are "
              + MAX_SPACES
              + " tests already: end those that are over with DELETE /__admin/spaces/NAME");
    }
    return new Addressed.To(
        byName.computeIfAbsent(
            name, first -> new Space(name, Optional.of(shared), shared.settings(), shared.files())),
        request);
  }

  /// Tests that have a space, by name.
  public Map<String, Space> all() {
    return new TreeMap<>(byName);
  }

  /// Whether the test had a space; now it has none.
  public boolean end(String name) {
    return byName.remove(name) != null;
  }
}
