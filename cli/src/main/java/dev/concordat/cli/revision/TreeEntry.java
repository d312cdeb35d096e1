package dev.concordat.cli.revision;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A file in the tree of a revision.
///
/// @param mode git's: `100644`, `120000` for a symbolic link, `160000` for another repository
/// @param object the id of its content
record TreeEntry(String mode, String object) {
  boolean isLink() {
    return mode.equals("120000");
  }

  boolean isRepository() {
    return mode.equals("160000");
  }

  /// The answer of `git ls-tree -r -z`: by path, in git's order.
  static Map<String, TreeEntry> parse(byte[] answer) {
    Map<String, TreeEntry> entries = new LinkedHashMap<>();
    int start = 0;
    for (int at = 0; at < answer.length; at++) {
      if (answer[at] == 0) {
        add(entries, new String(answer, start, at - start, StandardCharsets.UTF_8));
        start = at + 1;
      }
    }
    return entries;
  }

  private static void add(Map<String, TreeEntry> entries, String line) {
    int tab = line.indexOf('\t');
    String[] words = tab < 0 ? new String[0] : line.substring(0, tab).split(" +");
    if (words.length == 3) {
      entries.put(line.substring(tab + 1), new TreeEntry(words[0], words[2]));
    }
  }
}
