package dev.concordat.standin.wiremock.store;

import dev.concordat.standin.wiremock.match.ReceivedRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Stubs by the segments of their path templates. Thread-safe.
final class TemplateTree {
  private final Node root = new Node();
  private volatile boolean isUsed;

  /// A segment; those after it, and the stubs whose templates end here.
  private static final class Node {
    private final Map<String, Node> named = new ConcurrentHashMap<>();
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private volatile @Nullable Node any;

    private synchronized Node anyOf() {
      Node known = any;
      if (known == null) {
        known = new Node();
        any = known;
      }
      return known;
    }
  }

  Bucket bucket(String method, String template) {
    isUsed = true;
    Node at = root;
    for (String segment : template.split("/", -1)) {
      boolean isOpen = segment.indexOf('{') >= 0;
      at = isOpen ? at.anyOf() : at.named.computeIfAbsent(segment, none -> new Node());
    }
    return at.buckets.computeIfAbsent(method, none -> new Bucket());
  }

  void collect(String method, ReceivedRequest request, List<Entry[]> candidates) {
    if (isUsed) {
      descend(root, request.path().split("/", -1), 0, method, request, candidates);
    }
  }

  private static void descend(
      Node node,
      String[] segments,
      int at,
      String method,
      ReceivedRequest request,
      List<Entry[]> candidates) {
    if (at == segments.length) {
      Bucket bucket = node.buckets.get(method);
      if (bucket != null) {
        bucket.candidates(request, candidates);
      }
      return;
    }
    Node named = node.named.get(segments[at]);
    if (named != null) {
      descend(named, segments, at + 1, method, request, candidates);
    }
    Node any = node.any;
    if (any != null) {
      descend(any, segments, at + 1, method, request, candidates);
    }
  }
}
