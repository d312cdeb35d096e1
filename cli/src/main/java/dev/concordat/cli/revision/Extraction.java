package dev.concordat.cli.revision;

import dev.concordat.cli.files.ContractSearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes files of a revision to a folder: those asked for, and whatever they refer to. Symbolic links are written as the file
/// they lead to.
final class Extraction {
  private static final int MAX_FILES = 20_000;
  private static final int MAX_FILE_BYTES = 64 * 1024 * 1024;
  private static final long MAX_BYTES = 512L * 1024 * 1024;
  private static final int MAX_LINKS = 20;

  private final Map<String, TreeEntry> tree;
  private final Mentions mentions;
  private long written;

  /// @param tree all files of the revision, by path
  Extraction(Map<String, TreeEntry> tree) {
    this.tree = tree;
    this.mentions = new Mentions(tree.keySet());
  }

  /// The file at a path, or the contracts in the folder there.
  List<String> filesAt(String path) {
    TreeEntry entry = tree.get(path);
    if (entry != null) {
      return entry.isRepository() ? List.of() : List.of(path);
    }
    String folder = path.isEmpty() ? "" : path + "/";
    return tree.keySet().stream()
        .filter(file -> file.startsWith(folder) && ContractSearch.isNamedLikeOne(file))
        .filter(file -> !isRepository(file))
        .toList();
  }

  private boolean isRepository(String file) {
    TreeEntry entry = tree.get(file);
    return entry != null && entry.isRepository();
  }

  void extract(List<String> asked, Contents contents, Path folder) throws IOException {
    var open = new ArrayDeque<>(asked);
    Set<String> seen = new HashSet<>(asked);
    while (!open.isEmpty()) {
      String path = open.removeFirst();
      byte[] content = content(path, contents);
      write(folder, path, content);
      for (String mentioned : mentions.in(path, content)) {
        boolean isFile = !entry(mentioned).isRepository();
        if (isFile && seen.add(mentioned)) {
          open.add(mentioned);
        }
      }
      if (seen.size() > MAX_FILES) {
        throw new IOException("more than " + MAX_FILES + " files would be needed");
      }
    }
  }

  private TreeEntry entry(String path) throws IOException {
    TreeEntry entry = tree.get(path);
    if (entry == null) {
      throw new IOException("the revision has no '" + path + "'");
    }
    return entry;
  }

  private byte[] content(String path, Contents contents) throws IOException {
    String at = path;
    for (int link = 0; link < MAX_LINKS; link++) {
      TreeEntry entry = entry(at);
      byte[] content = contents.of(entry.object(), MAX_FILE_BYTES);
      if (!entry.isLink()) {
        return content;
      }
      String folder = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "";
      at = Mentions.resolve(folder, new String(content, StandardCharsets.UTF_8));
    }
    throw new IOException("'" + path + "' is a symbolic link that leads to itself");
  }

  private void write(Path folder, String path, byte[] content) throws IOException {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("'" + path + "' leads out of the repository");
    }
    written += content.length;
    if (written > MAX_BYTES) {
      throw new IOException("the files have more than " + MAX_BYTES + " bytes in all");
    }
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(file, content);
  }
}
