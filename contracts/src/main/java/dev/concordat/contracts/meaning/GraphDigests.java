package dev.concordat.contracts.meaning;

import dev.concordat.contracts.meaning.Vertex.Order;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Digests of the vertices of a minimal graph. What contains nothing of itself is digested from its leaves up (a Merkle
/// tree). Vertices that contain one another are digested together: their colours are refined until all differ, which
/// they do in a minimal graph; listed by colour, they have a number each and one spelling.
///
/// Inside, a vertex is named by a byte that says how long the name is, and its spelling if that is shorter than a digest, or
/// else the digest.
final class GraphDigests {
  private static final int DIGEST_BYTES = 32;
  // The first byte of a name that is a number; no length is as great.
  private static final int NUMBERED = 0xff;
  private static final byte[] NO_NAME = {0};

  private final Refinement refinement;
  private final Vertex[] vertices;
  private final byte[][] names;
  private final ByteArrayOutputStream spelling = new ByteArrayOutputStream();
  private final MessageDigest sha = sha256();

  GraphDigests(Refinement refinement) {
    this.refinement = refinement;
    this.vertices = refinement.classes();
    this.names = new byte[vertices.length][];
    for (int[] component : new Components(vertices).inOrder()) {
      if (component.length == 1 && !containsItself(component[0])) {
        names[component[0]] = name(spelling(component[0]));
      } else {
        digestTogether(component);
      }
    }
  }

  List<String> of(int[] roots) {
    return Arrays.stream(roots).mapToObj(root -> hex(names[refinement.classOf(root)])).toList();
  }

  private String hex(byte[] name) {
    byte[] digest =
        name[0] == DIGEST_BYTES ? Arrays.copyOfRange(name, 1, name.length) : sha.digest(name);
    return HexFormat.of().formatHex(digest);
  }

  private boolean containsItself(int vertex) {
    return Arrays.stream(vertices[vertex].edges()).anyMatch(edge -> edge == vertex);
  }

  private void digestTogether(int[] component) {
    refineColours(component);
    Integer[] byColour = Arrays.stream(component).boxed().toArray(Integer[]::new);
    Arrays.sort(byColour, (a, b) -> Arrays.compareUnsigned(names[a], names[b]));
    for (int i = 0; i < byColour.length; i++) {
      names[byColour[i]] = ByteBuffer.allocate(5).put((byte) NUMBERED).putInt(i).array();
    }
    var listing = new ByteArrayOutputStream();
    for (int vertex : byColour) {
      listing.writeBytes(digest(spelling(vertex)));
    }
    byte[] whole = digest(listing.toByteArray());
    for (int vertex : byColour) {
      sha.update(whole);
      names[vertex] = digest(names[vertex]);
    }
  }

  /// Gives each vertex of a component a name of its own for the time being. A vertex that has one keeps it.
  private void refineColours(int[] component) {
    for (int vertex : component) {
      names[vertex] = NO_NAME;
    }
    int[] undecided = component;
    int distinct = 1;
    for (int round = 1; distinct < component.length; round++) {
      byte[][] next = new byte[undecided.length][];
      Map<ByteBuffer, Integer> known = new HashMap<>();
      for (int i = 0; i < undecided.length; i++) {
        sha.update(ByteBuffer.allocate(4).putInt(round).array());
        next[i] = digest(spelling(undecided[i]));
        known.merge(ByteBuffer.wrap(next[i]), 1, Integer::sum);
      }
      for (int i = 0; i < undecided.length; i++) {
        names[undecided[i]] = next[i];
      }
      int found = component.length - undecided.length + known.size();
      if (found == distinct) {
        throw new IllegalStateException("a minimal graph has no two vertices that look alike");
      }
      distinct = found;
      undecided =
          Arrays.stream(undecided)
              .filter(vertex -> known.getOrDefault(ByteBuffer.wrap(names[vertex]), 0) > 1)
              .toArray();
    }
  }

  private byte[] spelling(int vertex) {
    byte[] label = vertices[vertex].label().getBytes(StandardCharsets.UTF_8);
    int[] edges = vertices[vertex].edges();
    byte[][] led = new byte[edges.length][];
    for (int i = 0; i < edges.length; i++) {
      led[i] = names[edges[i]];
    }
    if (vertices[vertex].order() != Order.COUNTS) {
      Arrays.sort(led, Arrays::compareUnsigned);
    }
    spelling.reset();
    if (label.length < NUMBERED) {
      spelling.write(label.length);
    } else {
      spelling.write(NUMBERED);
      spelling.writeBytes(ByteBuffer.allocate(4).putInt(label.length).array());
    }
    spelling.writeBytes(label);
    for (byte[] name : led) {
      spelling.writeBytes(name);
    }
    return spelling.toByteArray();
  }

  private byte[] name(byte[] spelled) {
    if (spelled.length >= DIGEST_BYTES) {
      return digest(spelled);
    }
    byte[] name = new byte[spelled.length + 1];
    name[0] = (byte) spelled.length;
    System.arraycopy(spelled, 0, name, 1, spelled.length);
    return name;
  }

  private byte[] digest(byte[] bytes) {
    byte[] name = new byte[DIGEST_BYTES + 1];
    name[0] = DIGEST_BYTES;
    System.arraycopy(sha.digest(bytes), 0, name, 1, DIGEST_BYTES);
    return name;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
