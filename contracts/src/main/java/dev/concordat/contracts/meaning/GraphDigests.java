package dev.concordat.contracts.meaning;

import dev.concordat.contracts.meaning.Vertex.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Digests of the vertices of a minimal graph. What contains nothing of itself is digested from its leaves up (a Merkle
/// tree). Vertices that contain one another are digested together: their colours are refined until all differ, which
/// they do in a minimal graph; listed by colour, they have a number each and one spelling.
final class GraphDigests {
  private static final HexFormat HEX = HexFormat.of();

  private final Refinement refinement;
  private final Vertex[] vertices;
  private final String[] digests;

  GraphDigests(Refinement refinement) {
    this.refinement = refinement;
    this.vertices = refinement.classes();
    this.digests = new String[vertices.length];
    for (int[] component : new Components(vertices).inOrder()) {
      if (component.length == 1 && !containsItself(component[0])) {
        digests[component[0]] = sha(spelling(vertices[component[0]], digests));
      } else {
        digestTogether(component);
      }
    }
  }

  List<String> of(TermGraph graph, int[] roots) {
    return Arrays.stream(roots)
        .mapToObj(root -> digests[refinement.classOf(graph.resolved(root))])
        .toList();
  }

  private boolean containsItself(int vertex) {
    return Arrays.stream(vertices[vertex].edges()).anyMatch(edge -> edge == vertex);
  }

  private void digestTogether(int[] component) {
    String[] colours = digests.clone();
    for (int vertex : component) {
      colours[vertex] = "";
    }
    int distinct = 1;
    while (distinct < component.length) {
      Map<Integer, String> next = new HashMap<>();
      for (int vertex : component) {
        next.put(vertex, sha(spelling(vertices[vertex], colours)));
      }
      next.forEach((vertex, colour) -> colours[vertex] = colour);
      Set<String> all = new HashSet<>(next.values());
      if (all.size() == distinct) {
        throw new IllegalStateException("a minimal graph has no two vertices that look alike");
      }
      distinct = all.size();
    }
    Integer[] byColour = Arrays.stream(component).boxed().toArray(Integer[]::new);
    Arrays.sort(byColour, (a, b) -> colours[a].compareTo(colours[b]));
    String[] names = digests.clone();
    for (int i = 0; i < byColour.length; i++) {
      names[byColour[i]] = "@" + i;
    }
    var listing = new StringBuilder();
    for (int vertex : byColour) {
      listing.append(spelling(vertices[vertex], names)).append('\n');
    }
    String whole = sha(listing.toString());
    for (int i = 0; i < byColour.length; i++) {
      digests[byColour[i]] = sha(whole + "@" + i);
    }
  }

  private static String spelling(Vertex vertex, String[] names) {
    String[] edges =
        Arrays.stream(vertex.edges()).mapToObj(edge -> names[edge]).toArray(String[]::new);
    if (vertex.order() != Order.COUNTS) {
      Arrays.sort(edges);
    }
    return vertex.label().length() + ":" + vertex.label() + "(" + String.join(",", edges) + ")";
  }

  private static String sha(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HEX.formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
