package dev.concordat.standin.wiremock.store;

import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the few stubs that may match a request, however many there are: by method and the whole address, the path, the
/// segments of a template, or the first segment that a regular expression begins with. Only patterns that begin with
/// anything are asked for each request. Thread-safe.
final class MappingIndex {
  private static final String ANY = "";

  private final Map<Key, Bucket> exact = new ConcurrentHashMap<>();
  private final TemplateTree templates = new TemplateTree();
  private final Map<Key, Bucket> byFirstSegment = new ConcurrentHashMap<>();
  private final Map<String, Bucket> rest = new ConcurrentHashMap<>();

  /// @param method empty for any
  private record Key(String method, RequestPart part, String text) {}

  void add(Entry entry) {
    bucket(entry).add(entry);
  }

  void remove(Entry entry) {
    bucket(entry).remove(entry);
  }

  private Bucket bucket(Entry entry) {
    StubRequest request = entry.mapping().stub().request();
    String method = request.onlyMethod().orElse(ANY);
    Optional<RequestCondition.On> address =
        Stream.concat(request.on(RequestPart.TARGET), request.on(RequestPart.PATH)).findFirst();
    return switch (address.map(RequestCondition.On::pattern).orElse(null)) {
      case ValuePattern.Text text when text.onlyText().isPresent() && !text.ignoresCase() ->
          exact.computeIfAbsent(
              new Key(method, address.orElseThrow().part(), text.text()), none -> new Bucket());
      case ValuePattern.PathTemplate(String template) -> templates.bucket(method, template);
      case ValuePattern.Regex regex when firstSegment(regex).isPresent() ->
          byFirstSegment.computeIfAbsent(
              new Key(method, RequestPart.PATH, firstSegment(regex).get()), none -> new Bucket());
      case null, default -> rest.computeIfAbsent(method, none -> new Bucket());
    };
  }

  /// The first segment of all paths that the expression matches, where its beginning is plain text.
  private static Optional<String> firstSegment(ValuePattern.Regex regex) {
    String pattern =
        regex.pattern().startsWith("^") ? regex.pattern().substring(1) : regex.pattern();
    boolean isPlain = regex.isWhole() && !regex.ignoresCase() && pattern.indexOf('|') < 0;
    int end = pattern.indexOf('/', 1);
    if (!isPlain || !pattern.startsWith("/") || end < 0) {
      return Optional.empty();
    }
    String segment = pattern.substring(1, end);
    // A quantifier after the slash would make the slash itself optional.
    boolean isFollowed = end + 1 < pattern.length() && "?*{".indexOf(pattern.charAt(end + 1)) >= 0;
    return segment.matches("[A-Za-z0-9_-]+") && !isFollowed
        ? Optional.of(segment)
        : Optional.empty();
  }

  /// Lists of stubs that may match, each in order.
  List<Entry[]> candidates(ReceivedRequest request) {
    var candidates = new ArrayList<Entry[]>();
    collect(request.method(), request, candidates);
    collect(ANY, request, candidates);
    return candidates;
  }

  private void collect(String method, ReceivedRequest request, List<Entry[]> candidates) {
    add(exact.get(new Key(method, RequestPart.PATH, request.path())), request, candidates);
    add(exact.get(new Key(method, RequestPart.TARGET, request.target())), request, candidates);
    templates.collect(method, request, candidates);
    if (!byFirstSegment.isEmpty()) {
      int end = request.path().indexOf('/', 1);
      if (end > 0) {
        String segment = request.path().substring(1, end);
        add(byFirstSegment.get(new Key(method, RequestPart.PATH, segment)), request, candidates);
      }
    }
    add(rest.get(method), request, candidates);
  }

  private static void add(
      @Nullable Bucket bucket, ReceivedRequest request, List<Entry[]> candidates) {
    if (bucket != null) {
      bucket.candidates(request, candidates);
    }
  }
}
