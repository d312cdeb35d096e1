package dev.concordat.cli.revision;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The files of a repository that a text may refer to: every word of it that is the path of one, seen from the text's folder
/// or from a folder above. That finds `$ref`, imports of protobuf and body files of stubs without reading the format; a word
/// that only looks like a file costs no more than a file too many.
final class Mentions {
  private static final String BETWEEN = " \t\r\n\"'`,;()[]{}<>|";
  private static final int MAX_WORD = 500;

  private final Set<String> paths;
  private final Set<String> names;

  /// @param paths all files of the repository
  Mentions(Set<String> paths) {
    this.paths = paths;
    this.names = new LinkedHashSet<>();
    paths.forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1)));
  }

  /// The paths that the text mentions.
  ///
  /// @param path where the text lies
  Set<String> in(String path, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    Set<String> words = words(text);
    Set<String> found = new LinkedHashSet<>();
    List<String> folders = folders(path);
    for (String word : words) {
      for (String folder : folders) {
        String candidate = resolve(folder, word);
        if (paths.contains(candidate)) {
          found.add(candidate);
        }
      }
    }
    return found;
  }

  /// Words whose last part is the name of a file.
  private Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || BETWEEN.indexOf(text.charAt(at)) >= 0) {
        if (at - start > 1 && at - start <= MAX_WORD && text.charAt(start) != '#') {
          addWord(words, text.substring(start, at));
        }
        start = at + 1;
      }
    }
    return words;
  }

  private void addWord(Set<String> words, String word) {
    int fragment = word.indexOf('#');
    String path = fragment < 0 ? word : word.substring(0, fragment);
    String decoded = path.indexOf('%') < 0 ? path : decoded(path);
    if (names.contains(decoded.substring(decoded.lastIndexOf('/') + 1))) {
      words.add(decoded);
    }
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return path;
    }
  }

  /// The text's folder and all above it, with the folder in which WireMock keeps bodies beside each.
  private static List<String> folders(String path) {
    List<String> folders = new ArrayList<>();
    String folder = path;
    do {
      folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
      folders.add(folder);
      folders.add(folder.isEmpty() ? "__files" : folder + "/__files");
    } while (!folder.isEmpty());
    return folders;
  }

  /// A relative path seen from a folder, without `.` and `..`; what leads out of the repository is no file of it.
  static String resolve(String folder, String relative) {
    List<String> parts = new ArrayList<>();
    for (String part : (folder + "/" + relative).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return "..";
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
